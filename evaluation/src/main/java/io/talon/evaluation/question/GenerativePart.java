// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.question;

import io.talon.evaluation.protocol.Flow;
import io.talon.evaluation.protocol.Trial;
import java.util.Arrays;

/** What of the taught network is the score. */
enum GenerativePart {
    LAST_FLOW("squared error, last flow") {
        @Override
        double[] scores(Network network, Trial trial) {
            return NetworkRow.ranks(network, trial, Pass::lastFlow);
        }
    },
    SEQUENCE("squared error, sequence") {
        @Override
        double[] scores(Network network, Trial trial) {
            return NetworkRow.ranks(network, trial, Pass::sequence);
        }
    },
    FUSED("fused with the norm (ships)") {
        @Override
        double[] scores(Network network, Trial trial) {
            return NetworkRow.fused(network, trial);
        }
    },
    /** Gaussian likelihood with a variance per feature, estimated on declared-benign flows. */
    GAUSSIAN("likelihood, variance per feature") {
        @Override
        double[] scores(Network network, Trial trial) {
            double[] variance = variances(network, trial);
            return NetworkRow.ranks(
                    network, trial, p -> p.mean(0, (f, v, r) -> r * r / variance[f]));
        }
    },
    /** Student's t with 3 degrees of freedom in place of the Gaussian. */
    STUDENT("likelihood, Student's t") {
        @Override
        double[] scores(Network network, Trial trial) {
            double[] variance = variances(network, trial);
            return NetworkRow.ranks(
                    network,
                    trial,
                    p -> p.mean(0, (f, v, r) -> 2 * Math.log1p(r * r / (3 * variance[f]))));
        }
    },
    /** Mean error over draws of z instead of the error at its mean. */
    SAMPLED("squared error, mean of 8 draws of z") {
        @Override
        double[] scores(Network network, Trial trial) {
            return new SampledLatent(network, trial).scores();
        }
    },
    /** Distance of μ from the nearest declared-benign ones, in units of each latent's deviation. */
    LATENT("kNN on μ alone") {
        @Override
        double[] scores(Network network, Trial trial) {
            return new LatentDensity(network, trial).scores();
        }
    },
    FUSED_WITH_LATENT("fused, and kNN on μ") {
        @Override
        double[] scores(Network network, Trial trial) {
            double[] fused = NetworkRow.fused(network, trial);
            double[] density = new LatentDensity(network, trial).scores();
            Arrays.setAll(fused, i -> (3 * fused[i] + density[i]) / 4);
            return fused;
        }
    };

    private final String label;

    GenerativePart(String label) {
        this.label = label;
    }

    /** As tables call it. */
    String label() {
        return label;
    }

    abstract double[] scores(Network network, Trial trial);

    private static double[] variances(Network network, Trial trial) {
        Pass pass = new Pass(network);
        double[] squares = new double[network.adaptor().width()];
        long[] counts = new long[squares.length];
        for (int i : trial.split().fit()) {
            Flow flow = trial.target().flows().get(i);
            pass.of(flow.sequence()).addSquares(squares, counts);
        }
        double floor = 1e-2;
        Arrays.setAll(squares, f -> (squares[f] + floor) / (counts[f] + 1) + floor);
        return squares;
    }
}
