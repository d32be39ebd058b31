// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.site;

import io.talon.adaptor.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;

/** The sites of the caller's tenant; Hibernate adds the tenant to each query. */
@ApplicationScoped
public class Sites {
    @Inject EntityManager entities;

    /** All of them, by name. */
    List<Site> all() {
        return entities.createQuery("from Site order by name", Site.class).getResultList();
    }

    /**
     * The site of this name.
     *
     * @throws ProblemException if the tenant has none
     */
    public Site find(String name) {
        return one(named(name), name);
    }

    /** As {@link #find}; nobody else changes the site until the end of the transaction. */
    public Site lock(String name) {
        return one(named(name).setLockMode(LockModeType.PESSIMISTIC_WRITE), name);
    }

    Site create(String name, String profile, double alertBudget) {
        Site site =
                new Site(name, profile, alertBudget, Instant.now().truncatedTo(ChronoUnit.MICROS));
        try {
            entities.persist(site);
            entities.flush();
        } catch (ConstraintViolationException e) {
            throw ProblemException.conflict(
                    "site-exists",
                    "there is a site '" + name + "' already",
                    "Use it, or choose another name.");
        }
        return site;
    }

    private TypedQuery<Site> named(String name) {
        return entities.createQuery("from Site where name = :name", Site.class)
                .setParameter("name", name);
    }

    private static Site one(TypedQuery<Site> query, String name) {
        Optional<Site> site = query.getResultStream().findFirst();
        return site.orElseThrow(() -> ProblemException.notFound("site '" + name + "'"));
    }
}
