// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.site;

import io.talon.adaptor.TalonConfig;
import io.talon.adaptor.audit.AuditLog;
import io.talon.adaptor.page.Cursor;
import io.talon.adaptor.page.Page;
import io.talon.adaptor.page.Paging;
import io.talon.adaptor.problem.ProblemException;
import io.talon.adaptor.tenant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;

/**
 * The sites of the caller's tenant that its credential reaches; Hibernate adds the tenant to each
 * query.
 */
@ApplicationScoped
public class Sites {
    @Inject Session entities;
    @Inject Caller caller;
    @Inject AuditLog audit;
    @Inject TalonConfig config;
    @Inject SettingsSender settings;

    /** All of them, by name. */
    @Transactional
    public List<Site> all() {
        return entities.createQuery("from Site order by name", Site.class).getResultList().stream()
                .filter(site -> caller.reaches(site.name))
                .toList();
    }

    /** A part of them, by name. */
    @Transactional
    Page<Site> page(Paging paging) {
        Set<String> only = caller.identity().orElseThrow().sites();
        String restriction = only.isEmpty() ? "" : " and name in :only";
        TypedQuery<Site> query =
                entities.createQuery(
                                "from Site where name > :after" + restriction + " order by name",
                                Site.class)
                        .setParameter("after", Cursor.key(paging.cursor, ""))
                        .setMaxResults(paging.limit + 1);
        if (!only.isEmpty()) {
            query.setParameter("only", only);
        }
        return Page.of(query.getResultList(), paging.limit, site -> Cursor.of(site.name));
    }

    /**
     * The site of this name.
     *
     * @throws ProblemException if the tenant has none, or the credential does not reach it
     */
    @Transactional
    public Site find(String name) {
        return one(named(name), name);
    }

    /** As {@link #find}; nobody else changes the site until the end of the transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Site lock(String name) {
        return one(named(name).setLockMode(LockModeType.PESSIMISTIC_WRITE), name);
    }

    @Transactional
    Site create(NewSite wanted) {
        long now = entities.createQuery("select count(*) from Site", Long.class).getSingleResult();
        if (now >= config.quota().sites()) {
            throw ProblemException.quota("sites of a tenant", config.quota().sites());
        }
        Site site = new Site(wanted, Instant.now().truncatedTo(ChronoUnit.MICROS));
        try {
            entities.persist(site);
            entities.flush();
        } catch (ConstraintViolationException e) {
            throw ProblemException.conflict(
                    "site-exists",
                    "there is a site '" + wanted.name() + "' already",
                    "Use it, or choose another name.");
        }
        settings.send(site);
        audit.done("site.create", "sites/" + site.name, wanted.toString());
        return site;
    }

    /**
     * Changes a site.
     *
     * @param revision that the client has read
     * @throws ProblemException if it was changed since
     */
    @Transactional
    Site change(String name, String revision, SiteChange change) {
        Site site = lock(name);
        if (!revision.equals(Long.toString(site.revision))) {
            throw ProblemException.preconditionFailed("site '" + name + "'");
        }
        change.applyTo(site);
        entities.flush();
        settings.send(site);
        audit.done("site.change", "sites/" + name, change.toString());
        return site;
    }

    private TypedQuery<Site> named(String name) {
        return entities.createQuery("from Site where name = :name", Site.class)
                .setParameter("name", name);
    }

    private Site one(TypedQuery<Site> query, String name) {
        return query.getResultStream()
                .filter(site -> caller.reaches(site.name))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("site '" + name + "'"));
    }
}
