// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.model;

import io.talon.control.v1.AdaptorRelease;
import io.talon.control.v1.ModelRelease;
import io.talon.ctalvae.io.ModelFormatException;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.score.PreparedSite;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The weights of each release that a task scores with; those used most recently are held. Not
 * thread-safe: one per task, all over the same weights.
 */
public final class SiteModels {

    private static final Logger LOG = LoggerFactory.getLogger(SiteModels.class);
    private static final int HELD = 16_384;

    private final SiteModel own;

    /** The job's own, with the adaptor that the job was started with if there is one. */
    private final PreparedSite started;

    private final PreparedSite ownAlone;
    private final Map<String, PreparedSite> byAdaptor =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, PreparedSite> eldest) {
                    return size() > HELD;
                }
            };

    /** Of released models: held on to, that adaptors opened later share the weights of earlier. */
    private final Map<String, PreparedSite> byModel = new HashMap<>();

    /** Adaptors that could not be used: not to be tried at every flow. */
    private final Set<String> unusable = new HashSet<>();

    private ReleasedModels released = ReleasedModels.NONE;

    /** Of a site that nothing was released to. */
    private PreparedSite unreleased;

    /** Of a site that was sent back to the model alone. */
    private PreparedSite alone;

    /** Opens the model that the job was started with. */
    public SiteModels(ModelFiles files) throws ModelFormatException {
        this.own = files.base();
        SiteModel model = files.open();
        this.started = PreparedSites.of(hash(model, ""), () -> model);
        this.ownAlone = PreparedSites.of(hash(own, ""), () -> own);
        this.unreleased = started;
        this.alone = ownAlone;
    }

    private static String hash(SiteModel model, String adaptor) {
        return model.modelSha256() + model.adaptorSha256() + adaptor;
    }

    /** What the site's scores that count are made with. */
    public PreparedSite active(Assignment assignment) {
        use(assignment.models());
        return of(assignment.active());
    }

    /** What is scored beside it, null for nothing. */
    public PreparedSite shadow(Assignment assignment) {
        if (assignment.shadow() == null) {
            return null;
        }
        use(assignment.models());
        return of(assignment.shadow());
    }

    /** The same models come with every flow until one is released. */
    private void use(ReleasedModels models) {
        if (models == released || models.equals(released)) {
            return;
        }
        released = models;
        unusable.clear();
        try {
            ModelRelease newest = models.newest();
            alone = newest == null ? ownAlone : prepared(newest);
            unreleased = newest == null ? started : alone;
        } catch (ModelFormatException e) {
            LOG.error("A released model cannot be used, sites keep theirs: {}", e.getMessage());
        }
    }

    private PreparedSite prepared(ModelRelease release) throws ModelFormatException {
        String hash = release.getModelSha256(); // as of a model alone: it is its own adaptor too
        PreparedSite site = byModel.get(hash);
        if (site == null) {
            site = PreparedSites.of(hash + hash, () -> Releases.model(release));
            byModel.put(hash, site);
        }
        return site;
    }

    /**
     * A release that cannot be used (it was checked before it was taken) leaves the site with the
     * model it would have without one.
     */
    private PreparedSite of(AdaptorRelease release) {
        if (release == null) {
            return unreleased;
        }
        String sha256 = release.getAdaptorSha256();
        if (sha256 == null) {
            return alone;
        }
        PreparedSite site = byAdaptor.get(sha256);
        if (site != null) {
            return site;
        }
        if (unusable.contains(sha256)) {
            return unreleased;
        }
        try {
            site = open(release, sha256);
            byAdaptor.put(sha256, site);
            return site;
        } catch (ModelFormatException e) {
            LOG.error("Release cannot be used, its site runs without it: {}", e.getMessage());
            unusable.add(sha256);
            return unreleased;
        }
    }

    private PreparedSite open(AdaptorRelease release, String sha256) throws ModelFormatException {
        SiteModel model = madeFor(release);
        return PreparedSites.of(
                hash(model, sha256),
                () -> model.withAdaptor(Releases.adaptor(release), Releases.name(release)));
    }

    /** The job's own model says what it is, where the adaptor's is not known. */
    private SiteModel madeFor(AdaptorRelease release) throws ModelFormatException {
        String hash = Releases.modelOf(release);
        ModelRelease model = released.of(hash);
        return hash.equals(own.modelSha256()) || model == null ? own : prepared(model).model();
    }
}
