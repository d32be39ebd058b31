// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.detector;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * PCA: mean squared residual after projection on the leading components of the normalised windows,
 * those that carry 95 % of the variance; with 20 windows or fewer half as many components as
 * windows.
 */
public final class PrincipalComponents implements Detector {
    private static final double VARIANCE = 0.95;
    private static final int FEW = 20;

    @Override
    public String label() {
        return "PCA";
    }

    @Override
    public Fitted fit(SiteStatistics statistics, float[][] benign, long seed) {
        float[][] z = statistics.normalise(benign);
        double[] mean = mean(z);
        double[][] components = components(z, mean);
        return windows -> {
            double[] scores = new double[windows.length];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = residual(statistics.normalise(windows[i]), mean, components);
            }
            return scores;
        };
    }

    private static double[] mean(float[][] z) {
        double[] mean = new double[z[0].length];
        for (float[] row : z) {
            for (int f = 0; f < mean.length; f++) {
                mean[f] += row[f] / (double) z.length;
            }
        }
        return mean;
    }

    private static double[][] components(float[][] z, double[] mean) {
        int width = mean.length;
        DMatrixRMaj covariance = new DMatrixRMaj(width, width);
        double[] centred = new double[width];
        for (float[] row : z) {
            for (int f = 0; f < width; f++) {
                centred[f] = row[f] - mean[f];
            }
            for (int a = 0; a < width; a++) {
                if (centred[a] != 0) {
                    for (int b = 0; b < width; b++) {
                        covariance.data[a * width + b] += centred[a] * centred[b];
                    }
                }
            }
        }
        // The singular vectors of a covariance are its eigenvectors; unlike the QR iteration for
        // eigenvalues, this converges where most columns are constant.
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(width, width, false, true, true);
        if (!svd.decompose(covariance)) {
            throw new IllegalStateException(
                    "the covariance of the benign windows has no eigenvectors");
        }
        double[] values = svd.getSingularValues();
        DMatrixRMaj vectors = svd.getV(null, true);
        double total = Arrays.stream(values).sum();
        int[] order = Ascending.order(values);
        int wanted = z.length <= FEW ? Math.max(1, z.length / 2) : width;
        double[][] components = new double[wanted][];
        double carried = 0;
        int used = 0;
        while (used < wanted && (z.length <= FEW || carried <= VARIANCE * total)) {
            int i = order[width - 1 - used];
            components[used++] = Arrays.copyOfRange(vectors.data, i * width, (i + 1) * width);
            carried += values[i];
        }
        return Arrays.copyOf(components, used);
    }

    private static double residual(float[] z, double[] mean, double[][] components) {
        double[] rest = new double[z.length];
        double squares = 0;
        for (int f = 0; f < rest.length; f++) {
            rest[f] = z[f] - mean[f];
            squares += rest[f] * rest[f];
        }
        for (double[] component : components) {
            double length = 0;
            for (int f = 0; f < rest.length; f++) {
                length += component[f] * rest[f];
            }
            squares -= length * length;
        }
        return Math.max(squares, 0) / rest.length;
    }
}
