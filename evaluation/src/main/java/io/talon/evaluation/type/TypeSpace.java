// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.type;

import io.talon.ctalvae.feature.FeatureProfile;
import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.score.Explanation;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.ctalvae.type.TypeEmbedding;

/** What anomalies are compared by. */
public enum TypeSpace {
    BOTH("latent ½ and residual signature") {
        @Override
        float[] place(Sequence sequence, Explanation why, Normaliser site, FeatureProfile profile) {
            return new TypeEmbedding(profile, SHIPPED_WEIGHT).of(why);
        }
    },
    SIGNATURE("residual signature alone") {
        @Override
        float[] place(Sequence sequence, Explanation why, Normaliser site, FeatureProfile profile) {
            return new TypeEmbedding(profile, 0).of(why);
        }
    },
    LATENT("latent alone") {
        @Override
        float[] place(Sequence sequence, Explanation why, Normaliser site, FeatureProfile profile) {
            return why.latent();
        }
    },
    /** No model at all: mean and last flow in the site's units. */
    RAW("normalised flows, no model") {
        @Override
        float[] place(Sequence sequence, Explanation why, Normaliser site, FeatureProfile profile) {
            int width = sequence.width();
            float[] values = new float[sequence.length() * width];
            site.normalise(sequence, values, new float[values.length]);
            float[] place = new float[2 * width];
            for (int i = 0; i < values.length; i++) {
                place[i % width] += values[i] / sequence.length();
            }
            System.arraycopy(values, values.length - width, place, width, width);
            return place;
        }
    };

    /** Weight of the latent in what ships. */
    public static final double SHIPPED_WEIGHT = 0.5;

    private final String label;

    TypeSpace(String label) {
        this.label = label;
    }

    /** As tables call it. */
    public String label() {
        return label;
    }

    abstract float[] place(
            Sequence sequence, Explanation why, Normaliser site, FeatureProfile profile);
}
