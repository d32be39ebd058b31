// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import java.util.List;

/**
 * Why a flow got its score: every feature's share, largest first, and the latent mean that places
 * it among known behaviour.
 */
public final class Explanation {
    private final List<FeatureContribution> features;
    private final float[] latent;

    /**
     * @param features every feature of the profile and every relation that weighs, largest
     *     contribution first; contributions sum to 1
     * @param latent mean of the latent vector; copied
     */
    public Explanation(List<FeatureContribution> features, float[] latent) {
        this.features = List.copyOf(features);
        this.latent = latent.clone();
    }

    /**
     * Every feature of the profile and every relation of the site's memory that weighs, largest
     * contribution first; contributions sum to 1.
     */
    public List<FeatureContribution> features() {
        return features;
    }

    /** Mean of the latent vector; a copy. */
    public float[] latent() {
        return latent.clone();
    }
}
