// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.adaptor;

import io.talon.adaptor.TalonConfig;
import io.talon.adaptor.artifact.Artifacts;
import io.talon.adaptor.audit.AuditLog;
import io.talon.adaptor.page.Cursor;
import io.talon.adaptor.page.Page;
import io.talon.adaptor.page.Paging;
import io.talon.adaptor.problem.ProblemException;
import io.talon.adaptor.site.Site;
import io.talon.adaptor.site.Sites;
import io.talon.adaptor.tenant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hibernate.Session;

/** The adaptors of the caller's sites. */
@ApplicationScoped
public class Adaptors {
    @Inject Session entities;
    @Inject Sites sites;
    @Inject Caller caller;
    @Inject Artifacts artifacts;
    @Inject Approvals approvals;
    @Inject AuditLog audit;
    @Inject TalonConfig config;

    /** Those of a site, newest first. */
    @Transactional
    public Page<AdaptorInfo> page(String siteName, Paging paging) {
        Site site = sites.find(siteName);
        List<StoredAdaptor> found =
                entities.createQuery(
                                "from StoredAdaptor where site = :site and version < :before"
                                        + " order by version desc",
                                StoredAdaptor.class)
                        .setParameter("site", site.id())
                        .setParameter("before", Cursor.number(paging.cursor))
                        .setMaxResults(paging.limit + 1)
                        .getResultList();
        Page<StoredAdaptor> page =
                Page.of(found, paging.limit, a -> Cursor.of(Long.toString(a.version)));
        return new Page<>(approvals.infos(page.items()), page.next());
    }

    /** What is known of one. */
    @Transactional
    public AdaptorInfo info(String siteName, long version) {
        return approvals.info(find(sites.find(siteName), version));
    }

    /**
     * Stores an adaptor.
     *
     * @throws ProblemException if the site has the very file already, or too many
     */
    @Transactional
    public AdaptorInfo add(String siteName, NewAdaptor wanted) {
        Site site = sites.lock(siteName);
        AdaptorFile file = wanted.file();
        requireProfile(site, file);
        requireNew(site, file.sha256());
        StoredAdaptor stored = new StoredAdaptor();
        stored.site = site.id();
        stored.version = site.nextAdaptor();
        stored.label = file.label();
        stored.maturity = file.maturity();
        stored.sha256 = file.sha256();
        stored.size = file.bytes().length;
        stored.origin = wanted.origin();
        stored.verdict = wanted.verdict();
        stored.reportCard = wanted.reportCard();
        stored.job = wanted.job();
        stored.uploaded = Instant.now().truncatedTo(ChronoUnit.MICROS);
        stored.uploadedBy = caller.name();
        stored.enter(AdaptorState.CANDIDATE);
        artifacts.put(site.tenant(), stored.sha256, file.bytes());
        entities.persist(stored);
        audit.done("adaptor." + stored.origin, path(siteName, stored.version), stored.sha256);
        return approvals.info(stored);
    }

    /**
     * The adaptor of this number.
     *
     * @throws ProblemException if the site has none
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public StoredAdaptor find(Site site, long version) {
        return entities.createQuery(
                        "from StoredAdaptor where site = :site and version = :version",
                        StoredAdaptor.class)
                .setParameter("site", site.id())
                .setParameter("version", version)
                .getResultStream()
                .findFirst()
                .orElseThrow(
                        () ->
                                ProblemException.notFound(
                                        "adaptor " + version + " of site '" + site.name() + "'"));
    }

    /** Puts one away for good. */
    @Transactional
    public AdaptorInfo reject(String siteName, long version) {
        StoredAdaptor adaptor = find(sites.lock(siteName), version);
        if (adaptor.state() == AdaptorState.ACTIVE || adaptor.state() == AdaptorState.SHADOW) {
            throw ProblemException.conflict(
                    "adaptor-runs",
                    "adaptor " + version + " is " + adaptor.state().word(),
                    "Roll back, or end the shadow, first.");
        }
        adaptor.enter(AdaptorState.REJECTED);
        audit.done("adaptor.reject", path(siteName, version), null);
        return approvals.info(adaptor);
    }

    /** How the audit calls one. */
    public static String path(String site, long version) {
        return "sites/" + site + "/adaptors/" + version;
    }

    private static void requireProfile(Site site, AdaptorFile file) {
        String profile = file.model().profile().id();
        if (!profile.equals(site.profile())) {
            throw ProblemException.unusable(
                    "profile-mismatch",
                    "the adaptor is for profile "
                            + profile
                            + ", site '"
                            + site.name()
                            + "' has "
                            + site.profile(),
                    "Use an adaptor that was made for the site's profile.");
        }
    }

    private void requireNew(Site site, String sha256) {
        List<Object[]> there =
                entities.createQuery(
                                "select version, sha256 from StoredAdaptor where site = :site",
                                Object[].class)
                        .setParameter("site", site.id())
                        .getResultList();
        if (there.size() >= config.quota().adaptors()) {
            throw ProblemException.quota("adaptors of a site", config.quota().adaptors());
        }
        for (Object[] one : there) {
            if (one[1].equals(sha256)) {
                throw ProblemException.conflict(
                        "adaptor-exists",
                        "this file is adaptor " + one[0] + " of the site already",
                        "Promote that one.");
            }
        }
    }
}
