// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.type;

import io.talon.ctalvae.score.Explanation;
import io.talon.ctalvae.score.FeatureContribution;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.ctalvae.type.TypePlace;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What anomalies are compared by, and how. */
public enum TypeSpace {
    /** What {@code ctal-vae} has. */
    FLOWS("flows in the site's units, discriminant (ships)", 0.1) {
        @Override
        float[] place(SiteView site, Sequence anomaly) {
            return TypePlace.of(site.statistics(), anomaly);
        }
    },
    FLOWS_AND_LATENT("flows and latent, discriminant", 0.1) {
        @Override
        float[] place(SiteView site, Sequence anomaly) {
            float[] flows = TypePlace.of(site.statistics(), anomaly);
            float[] latent = site.explain(anomaly).latent();
            float[] both = Arrays.copyOf(flows, flows.length + latent.length);
            System.arraycopy(latent, 0, both, flows.length, latent.length);
            return both;
        }
    },
    SIGNATURE("residual signature, discriminant", 0.1) {
        @Override
        float[] place(SiteView site, Sequence anomaly) {
            return signature(site.explain(anomaly));
        }
    },
    LATENT("latent, discriminant", 0.1) {
        @Override
        float[] place(SiteView site, Sequence anomaly) {
            return site.explain(anomaly).latent();
        }
    },
    /** No model at all, and no discriminant. */
    PLAIN("flows in the site's units, nearest mean", 1) {
        @Override
        float[] place(SiteView site, Sequence anomaly) {
            int width = anomaly.width();
            float[] values = new float[anomaly.length() * width];
            site.statistics().normalise(anomaly, values, new float[values.length]);
            float[] place = new float[2 * width];
            for (int i = 0; i < values.length; i++) {
                place[i % width] += values[i] / anomaly.length();
            }
            System.arraycopy(values, values.length - width, place, width, width);
            return unit(place);
        }
    };

    private final String label;
    private final double shrinkage;

    TypeSpace(String label, double shrinkage) {
        this.label = label;
        this.shrinkage = shrinkage;
    }

    /** As tables call it. */
    public String label() {
        return label;
    }

    /** Of the spread within kinds towards a sphere. */
    public double shrinkage() {
        return shrinkage;
    }

    abstract float[] place(SiteView site, Sequence anomaly);

    /** sign(actual − typical) · ln(1 + D · share of the score) of D features, in their order. */
    private static float[] signature(Explanation why) {
        List<FeatureContribution> all =
                why.features().stream()
                        .sorted(Comparator.comparing(FeatureContribution::feature))
                        .toList();
        float[] signature = new float[all.size()];
        for (int i = 0; i < signature.length; i++) {
            double size = Math.log1p(signature.length * all.get(i).contribution());
            boolean less = all.get(i).actual() < all.get(i).typical();
            signature[i] = (float) (less ? -size : size);
        }
        return signature;
    }

    /** Of length 1, so that the nearest mean is nearly that of the smallest angle. */
    private static float[] unit(float[] place) {
        double squares = 0;
        for (float v : place) {
            squares += (double) v * v;
        }
        float length = (float) Math.max(Math.sqrt(squares), 1e-12);
        for (int i = 0; i < place.length; i++) {
            place[i] /= length;
        }
        return place;
    }
}
