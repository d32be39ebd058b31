// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.release;

import io.talon.adaptor.adaptor.AdaptorState;
import io.talon.adaptor.adaptor.Adaptors;
import io.talon.adaptor.adaptor.StoredAdaptor;
import io.talon.adaptor.audit.AuditLog;
import io.talon.adaptor.control.Outbox;
import io.talon.adaptor.problem.ProblemException;
import io.talon.adaptor.site.Site;
import io.talon.adaptor.site.Sites;
import io.talon.adaptor.tenant.Caller;
import io.talon.schema.control.ReleaseRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Releases to the running job. The site is locked from the first look to the commit, and the
 * release, its record in the outbox and its audit entry are written in one transaction: none of
 * them without the others, and never two of the same number.
 */
@ApplicationScoped
class Releases {
    private static final Logger LOG = Logger.getLogger(Releases.class);

    @Inject Session entities;
    @Inject Sites sites;
    @Inject Adaptors adaptors;
    @Inject PromotionRules rules;
    @Inject ReleaseHistory history;
    @Inject ReleaseSigner signer;
    @Inject Outbox outbox;
    @Inject Caller caller;
    @Inject AuditLog audit;

    /** Makes an adaptor the active one. If it is already, nothing is released again. */
    @Transactional
    ReleaseView promote(String siteName, long version) {
        Site site = sites.lock(siteName);
        StoredAdaptor adaptor = adaptors.find(site, version);
        if (isVersion(site.activeAdaptor(), version)) {
            return ReleaseView.of(site, history.last(site, ReleaseRole.ACTIVE));
        }
        rules.check(site, adaptor);
        if (isVersion(site.shadowAdaptor(), version)) {
            shadow(site, null);
        }
        ReleaseView release = activate(site, adaptor);
        audit.done("adaptor.promote", Adaptors.path(siteName, version), number(release));
        return release;
    }

    /** Sends a site back to the base model. If it runs that already, nothing is released. */
    @Transactional
    ReleaseView retire(String siteName) {
        Site site = sites.lock(siteName);
        if (site.activeAdaptor().isEmpty() && history.any(site, ReleaseRole.ACTIVE)) {
            return ReleaseView.of(site, history.last(site, ReleaseRole.ACTIVE));
        }
        ReleaseView release = activate(site, null);
        audit.done("adaptor.retire", "sites/" + siteName, number(release));
        return release;
    }

    /** Back to what ran before the active one. */
    @Transactional
    ReleaseView rollBack(String siteName) {
        Site site = sites.lock(siteName);
        Long before =
                history.before(site)
                        .orElseThrow(
                                () ->
                                        ProblemException.conflict(
                                                "nothing-before",
                                                "nothing else ran at site '" + siteName + "'",
                                                "Promote an adaptor."))
                        .adaptor;
        ReleaseView release = activate(site, before == null ? null : adaptors.find(site, before));
        audit.done("adaptor.rollback", "sites/" + siteName, number(release));
        return release;
    }

    /** Lets an adaptor score beside the active one. */
    @Transactional
    ReleaseView shadow(String siteName, long version) {
        Site site = sites.lock(siteName);
        StoredAdaptor adaptor = adaptors.find(site, version);
        if (isVersion(site.shadowAdaptor(), version)) {
            return ReleaseView.of(site, history.last(site, ReleaseRole.SHADOW));
        }
        rules.checkShadow(adaptor);
        ReleaseView release = shadow(site, adaptor);
        audit.done("adaptor.shadow", Adaptors.path(siteName, version), number(release));
        return release;
    }

    /** Ends the shadow. */
    @Transactional
    ReleaseView endShadow(String siteName) {
        Site site = sites.lock(siteName);
        if (site.shadowAdaptor().isEmpty()) {
            throw ProblemException.conflict(
                    "no-shadow", "site '" + siteName + "' has no shadow", "Start one first.");
        }
        ReleaseView release = shadow(site, null);
        audit.done("adaptor.end-shadow", "sites/" + siteName, number(release));
        return release;
    }

    private ReleaseView activate(Site site, StoredAdaptor adaptor) {
        leave(site, site.activeAdaptor());
        if (adaptor != null) {
            adaptor.enter(AdaptorState.ACTIVE);
        }
        Long version = adaptor == null ? null : adaptor.version();
        String maturity = adaptor == null ? null : adaptor.maturity();
        return release(site, ReleaseRole.ACTIVE, site.nextRelease(version, maturity), adaptor);
    }

    private ReleaseView shadow(Site site, StoredAdaptor adaptor) {
        leave(site, site.shadowAdaptor());
        if (adaptor != null) {
            adaptor.enter(AdaptorState.SHADOW);
        }
        Long version = adaptor == null ? null : adaptor.version();
        return release(site, ReleaseRole.SHADOW, site.nextShadowRelease(version), adaptor);
    }

    private void leave(Site site, OptionalLong version) {
        version.ifPresent(v -> adaptors.find(site, v).enter(AdaptorState.RETIRED));
    }

    private ReleaseView release(Site site, String role, long number, StoredAdaptor adaptor) {
        SiteRelease release =
                new SiteRelease(
                        site.id(),
                        role,
                        number,
                        adaptor == null ? null : adaptor.version(),
                        Instant.now().truncatedTo(ChronoUnit.MICROS),
                        caller.name());
        entities.persist(release);
        outbox.add(signer.sign(site, release, adaptor));
        LOG.infof("site %s: %s release %d is on its way to the job", site.name(), role, number);
        return ReleaseView.of(site, release);
    }

    private static boolean isVersion(OptionalLong now, long version) {
        return now.isPresent() && now.getAsLong() == version;
    }

    private static String number(ReleaseView release) {
        return release.role() + " release " + release.release();
    }
}
