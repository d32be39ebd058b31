// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.scorer;

import static io.talon.benchmarks.scorer.Contenders.iforest;
import static io.talon.benchmarks.scorer.Contenders.naive;
import static io.talon.benchmarks.scorer.Contenders.nd4j;
import static io.talon.benchmarks.scorer.Contenders.onnx;
import static io.talon.benchmarks.scorer.Contenders.rcf;
import static io.talon.benchmarks.scorer.Contenders.scalar;
import static io.talon.benchmarks.scorer.Contenders.vector;

import java.util.ArrayList;
import java.util.List;

/** What is measured. */
final class ScorerPlan {
    private static final int[] BATCHES = {1, 32, 256, 1024};

    private ScorerPlan() {}

    /**
     * What the ratios need, each heat a JVM. What is compared closely runs in the same one.
     *
     * @param halfBits half the width of the platform's vectors
     */
    static List<Heat> heats(int halfBits) {
        return List.of(
                Heat.of(
                        0,
                        Measure.PEAK,
                        Measure.of(vector, 256),
                        Measure.of(vector, 1),
                        Measure.of(onnx, 1),
                        new Measure(vector, 1024, 10, 1, 0),
                        new Measure(vector, 1024, 10, 1000, 0)),
                Heat.of(halfBits, new Measure(vector, 256, 10, 1, halfBits)),
                Heat.of(
                        0,
                        Measure.of(scalar, 256),
                        Measure.of(naive, 256),
                        Measure.of(nd4j, 256),
                        Measure.of(rcf, ScorerReport.FOREST_BATCH),
                        Measure.of(iforest, ScorerReport.FOREST_BATCH)));
    }

    /** The whole table, each measure a few JVMs. */
    static List<Measure> grid() {
        List<Measure> measures = new ArrayList<>();
        for (Contenders contender : List.of(vector, scalar, onnx)) {
            for (int steps : new int[] {10, 32}) {
                for (int batch : BATCHES) {
                    measures.add(new Measure(contender, batch, steps, 1, 0));
                }
            }
        }
        measures.add(new Measure(vector, 1024, 32, 1000, 0));
        measures.add(Measure.of(nd4j, 32));
        return measures;
    }
}
