// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.ctal;

import io.talon.ctalvae.score.SequenceErrors;
import io.talon.evaluation.protocol.Capture;
import java.util.Arrays;

/** The model's three errors of some flows, column by column. */
record Errors(double[] lastFlow, double[] sequence, double[] norm) {

    static Errors of(SequenceErrors model, Capture capture, int[] flows) {
        double[] lastFlow = new double[flows.length];
        double[] sequence = new double[flows.length];
        double[] norm = new double[flows.length];
        for (int i = 0; i < flows.length; i++) {
            model.measure(capture.flows().get(flows[i]).sequence());
            lastFlow[i] = model.lastFlow();
            sequence[i] = model.sequence();
            norm[i] = model.norm();
        }
        return new Errors(lastFlow, sequence, norm);
    }

    /** The score of each flow; tail ranks are against a benign reference. */
    double[] scores(Fusion fusion, Errors reference) {
        return switch (fusion) {
            case LAST_FLOW -> lastFlow;
            case SEQUENCE -> sequence;
            case FUSED -> {
                TailRanks last = new TailRanks(reference.lastFlow);
                TailRanks whole = new TailRanks(reference.sequence);
                TailRanks mean = new TailRanks(reference.norm);
                double[] fused = new double[lastFlow.length];
                Arrays.setAll(
                        fused,
                        i -> (last.of(lastFlow[i]) + whole.of(sequence[i]) + mean.of(norm[i])) / 3);
                yield fused;
            }
        };
    }
}
