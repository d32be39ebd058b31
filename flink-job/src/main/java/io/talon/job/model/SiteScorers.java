// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.model;

import io.talon.control.v1.AdaptorRelease;
import io.talon.ctalvae.io.ModelFormatException;
import io.talon.ctalvae.model.SiteModel;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A scorer for each adaptor in use, made when it is first needed and kept while it is among the
 * most recently used. Not thread-safe: one per task.
 */
public final class SiteScorers {

    private static final Logger LOG = LoggerFactory.getLogger(SiteScorers.class);

    /** At some 30 kB each. */
    private static final int KEPT = 2048;

    private final SiteModel base;
    private final SiteScorer unreleased;
    private final Map<String, SiteScorer> byAdaptor =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, SiteScorer> eldest) {
                    return size() > KEPT;
                }
            };

    /** Opens the model. */
    public SiteScorers(ModelFiles files) throws ModelFormatException {
        this.base = files.base();
        this.unreleased = SiteScorer.of(files.open());
    }

    /**
     * The scorer for a site with this release, null for a site that has none. A release that cannot
     * be used (it was checked before it was taken) leaves the site with the model it would have
     * without one.
     */
    public SiteScorer of(AdaptorRelease release) {
        if (release == null) {
            return unreleased;
        }
        String sha256 = release.getAdaptorSha256();
        return byAdaptor.computeIfAbsent(sha256 == null ? "" : sha256, s -> open(release));
    }

    private SiteScorer open(AdaptorRelease release) {
        if (release.getAdaptorSha256() == null) {
            return SiteScorer.of(base);
        }
        try {
            return SiteScorer.of(
                    base.withAdaptor(Releases.adaptor(release), Releases.name(release)));
        } catch (ModelFormatException e) {
            LOG.error("Release cannot be used, its site runs without it: {}", e.getMessage());
            return unreleased;
        }
    }
}
