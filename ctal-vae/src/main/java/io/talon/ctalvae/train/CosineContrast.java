// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

/**
 * The cosine triplet term over latent means, forward and back: weight · mean_k max(0, m − cos(μ_a,
 * μ_p) + cos(μ_a, μ_n)).
 */
final class CosineContrast {
    /** Keeps the cosine's gradient finite at a zero vector. */
    static final double TINY = 1e-12;

    private final TripletTerm term;

    CosineContrast(TripletTerm term) {
        this.term = term;
    }

    /** The term's value; adds its gradient to {@code gradient}. Both arrays are [size × latent]. */
    double add(Batch batch, float[] mean, float[] gradient, int latent) {
        double sum = 0;
        double weight = term.weight() / Math.max(batch.triplets.size(), 1);
        for (int[] triplet : batch.triplets) {
            int a = triplet[0] * latent;
            int p = triplet[1] * latent;
            int n = triplet[2] * latent;
            double gap = term.margin() - cosine(mean, a, p, latent) + cosine(mean, a, n, latent);
            if (gap > 0) {
                sum += weight * gap;
                addGradient(-weight, mean, a, p, gradient, latent);
                addGradient(weight, mean, a, n, gradient, latent);
            }
        }
        return sum;
    }

    private static double cosine(float[] v, int a, int b, int n) {
        return dot(v, a, b, n) / Math.sqrt(dot(v, a, a, n) * dot(v, b, b, n) + TINY);
    }

    private static double dot(float[] v, int a, int b, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += (double) v[a + i] * v[b + i];
        }
        return sum;
    }

    private static void addGradient(
            double weight, float[] v, int a, int b, float[] gradient, int n) {
        double aa = dot(v, a, a, n);
        double bb = dot(v, b, b, n);
        double ab = dot(v, a, b, n);
        double norm = Math.sqrt(aa * bb + TINY);
        double cube = norm * norm * norm;
        for (int i = 0; i < n; i++) {
            gradient[a + i] += (float) (weight * (v[b + i] / norm - ab * bb * v[a + i] / cube));
            gradient[b + i] += (float) (weight * (v[a + i] / norm - ab * aa * v[b + i] / cube));
        }
    }
}
