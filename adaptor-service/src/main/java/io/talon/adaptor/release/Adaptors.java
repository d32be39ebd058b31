// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.release;

import io.talon.adaptor.problem.ProblemException;
import io.talon.adaptor.site.Site;
import io.talon.adaptor.site.Sites;
import io.talon.adaptor.tenant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The adaptors of the caller's sites, and which of them run. */
@ApplicationScoped
class Adaptors {
    @Inject EntityManager entities;
    @Inject Sites sites;
    @Inject Caller caller;
    @Inject ReleaseSigner signer;
    @Inject Outbox outbox;

    /**
     * What was released.
     *
     * @param release number of the release; grows with every one to the site
     * @param adaptor version of the adaptor; null: the base model
     */
    record Release(String site, long release, Long adaptor, Instant released) {}

    /** Those of a site, newest first. */
    @Transactional
    List<AdaptorInfo> of(String siteName) {
        Site site = sites.find(siteName);
        return entities.createQuery(
                        "select version, label, maturity, sha256, size, uploaded, uploadedBy"
                                + " from StoredAdaptor where site = :site order by version desc",
                        AdaptorInfo.class)
                .setParameter("site", site.id())
                .getResultList();
    }

    /**
     * Stores a checked file.
     *
     * @throws ProblemException if the site has the very file already
     */
    @Transactional
    AdaptorInfo add(String siteName, AdaptorFile file) {
        Site site = sites.lock(siteName);
        requireNew(site, file.sha256());
        StoredAdaptor stored =
                new StoredAdaptor(site.id(), site.nextAdaptor(), file, now(), caller.name());
        entities.persist(stored);
        return new AdaptorInfo(
                stored.version,
                stored.label,
                stored.maturity,
                stored.sha256,
                stored.size,
                stored.uploaded,
                stored.uploadedBy);
    }

    /** Releases an adaptor to the running job; an older one is a roll-back. */
    @Transactional
    Release promote(String siteName, long version) {
        Site site = sites.lock(siteName);
        StoredAdaptor adaptor = find(site, version);
        return release(site, adaptor);
    }

    /** Sends a site back to the base model. */
    @Transactional
    Release retire(String siteName) {
        return release(sites.lock(siteName), null);
    }

    private Release release(Site site, StoredAdaptor adaptor) {
        Long version = adaptor == null ? null : adaptor.version;
        Release release = new Release(site.name(), site.nextRelease(version), version, now());
        outbox.add(signer.sign(site, release, adaptor, caller.name()));
        return release;
    }

    private StoredAdaptor find(Site site, long version) {
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

    private void requireNew(Site site, String sha256) {
        List<Long> same =
                entities.createQuery(
                                "select version from StoredAdaptor"
                                        + " where site = :site and sha256 = :sha256",
                                Long.class)
                        .setParameter("site", site.id())
                        .setParameter("sha256", sha256)
                        .getResultList();
        if (!same.isEmpty()) {
            throw ProblemException.conflict(
                    "adaptor-exists",
                    "this file is adaptor " + same.get(0) + " of the site already",
                    "Promote that one.");
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
