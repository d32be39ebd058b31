// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.type;

import io.talon.ctalvae.feature.Feature;
import io.talon.ctalvae.feature.FeatureProfile;
import io.talon.ctalvae.relation.Relation;
import io.talon.ctalvae.score.Explanation;
import io.talon.ctalvae.score.FeatureContribution;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where an anomaly lies among others: the latent mean and the signature of its residuals, each of
 * length 1, weighted. The signature has a value per feature and relation, sign(actual −
 * typical)·ln(1 + D·share) with D features and the feature's share of the score; it carries what a
 * latent that was learnt from benign traffic drops.
 */
public final class TypeEmbedding {
    private final double latentWeight;
    private final Map<String, Integer> places = new HashMap<>();

    /**
     * @param profile of the explanations
     * @param latentWeight weight of the latent mean against 1 of the signature, at least 0
     */
    public TypeEmbedding(FeatureProfile profile, double latentWeight) {
        if (!(latentWeight >= 0)) {
            throw new IllegalArgumentException(
                    "the latent's weight is " + latentWeight + ", must not be negative");
        }
        this.latentWeight = latentWeight;
        List<Feature> features = profile.features();
        for (int f = 0; f < features.size(); f++) {
            places.put(features.get(f).name(), f);
        }
        for (Relation relation : Relation.values()) {
            places.put(relation.label(), features.size() + relation.ordinal());
        }
    }

    /** The embedding of an explained anomaly, of length 1; [latent + features + relations]. */
    public float[] of(Explanation explanation) {
        float[] latent = explanation.latent();
        double[] signature = new double[places.size()];
        for (FeatureContribution c : explanation.features()) {
            Integer place = places.get(c.feature());
            if (place != null) {
                double size = Math.log1p(signature.length * c.contribution());
                signature[place] = c.actual() < c.typical() ? -size : size;
            }
        }
        float[] embedding = new float[latent.length + signature.length];
        double latentScale = latentWeight / length(latent);
        double signatureScale = 1 / length(signature);
        double all = Math.sqrt(1 + latentWeight * latentWeight);
        for (int i = 0; i < embedding.length; i++) {
            embedding[i] =
                    (float)
                            ((i < latent.length
                                            ? latent[i] * latentScale
                                            : signature[i - latent.length] * signatureScale)
                                    / all);
        }
        return embedding;
    }

    private static double length(float[] v) {
        double squares = 0;
        for (float x : v) {
            squares += (double) x * x;
        }
        return Math.max(Math.sqrt(squares), 1e-12);
    }

    private static double length(double[] v) {
        double squares = 0;
        for (double x : v) {
            squares += x * x;
        }
        return Math.max(Math.sqrt(squares), 1e-12);
    }
}
