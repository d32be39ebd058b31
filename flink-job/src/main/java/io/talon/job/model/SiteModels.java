// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.model;

import io.talon.control.v1.AdaptorRelease;
import io.talon.ctalvae.io.ModelFormatException;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.score.PreparedSite;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The weights of each release that a task scores with; those used most recently are held. Not
 * thread-safe: one per task, all over the same weights.
 */
public final class SiteModels {

    private static final Logger LOG = LoggerFactory.getLogger(SiteModels.class);
    private static final int HELD = 16_384;

    private final SiteModel base;
    private final PreparedSite unreleased;
    private final Map<String, PreparedSite> byAdaptor =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, PreparedSite> eldest) {
                    return size() > HELD;
                }
            };

    /** Opens the model. */
    public SiteModels(ModelFiles files) throws ModelFormatException {
        this.base = files.base();
        SiteModel without = files.open();
        this.unreleased = PreparedSites.of(hash(without, ""), () -> without);
    }

    private static String hash(SiteModel model, String adaptor) {
        return model.modelSha256() + model.adaptorSha256() + adaptor;
    }

    /**
     * What a site with this release is scored with, null for a site that has none. A release that
     * cannot be used (it was checked before it was taken) leaves the site with the model it would
     * have without one.
     */
    public PreparedSite of(AdaptorRelease release) {
        if (release == null) {
            return unreleased;
        }
        String sha256 = release.getAdaptorSha256() == null ? "" : release.getAdaptorSha256();
        PreparedSite site = byAdaptor.get(sha256);
        if (site == null) {
            site = open(release, sha256);
            byAdaptor.put(sha256, site);
        }
        return site;
    }

    private PreparedSite open(AdaptorRelease release, String sha256) {
        try {
            return PreparedSites.of(
                    hash(base, sha256),
                    () ->
                            sha256.isEmpty()
                                    ? base
                                    : base.withAdaptor(
                                            Releases.adaptor(release), Releases.name(release)));
        } catch (ModelFormatException e) {
            LOG.error("Release cannot be used, its site runs without it: {}", e.getMessage());
            return unreleased;
        }
    }
}
