// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.detector;

import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What AE and VAE share: trained on batches of normalised windows, scored by squared error. */
abstract class ReconstructingNetwork implements Detector {
    final NetworkOptions options;

    ReconstructingNetwork(NetworkOptions options) {
        this.options = options;
    }

    @Override
    public final boolean isSeeded() {
        return true;
    }

    /**
     * @param seed of the initial weights, not 0
     */
    abstract MultiLayerNetwork network(int width, long seed);

    abstract void step(MultiLayerNetwork network, INDArray batch);

    abstract UnaryOperator<INDArray> reconstruction(MultiLayerNetwork network);

    @Override
    public final Fitted fit(SiteStatistics statistics, float[][] benign, long seed) {
        // Matrices this small gain nothing from threads, and their spinning starves other work.
        Nd4j.getEnvironment().setMaxThreads(1);
        Nd4j.getEnvironment().setMaxMasterThreads(1);
        float[][] z = statistics.normalise(benign);
        // ND4J takes 0 for "by the clock": an odd number is never 0.
        long odd = 2 * seed + 1;
        MultiLayerNetwork network = network(statistics.width(), odd);
        Nd4j.getRandom().setSeed(odd);
        Random random = new Random(seed);
        for (int i = 0; i < options.steps(); i++) {
            step(network, Batches.draw(z, options.batch(), random));
        }
        UnaryOperator<INDArray> reconstruction = reconstruction(network);
        return windows -> {
            double[] scores = new double[windows.length];
            for (int from = 0; from < scores.length; from += Batches.SCORED) {
                int to = Math.min(from + Batches.SCORED, scores.length);
                INDArray x =
                        Nd4j.createFromArray(
                                statistics.normalise(Arrays.copyOfRange(windows, from, to)));
                Batches.squaredError(x, reconstruction.apply(x), scores, from);
            }
            return scores;
        };
    }
}
