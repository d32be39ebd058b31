// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.talon.ctalvae.model.Core;
import io.talon.ctalvae.model.CoreShape;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * In a JVM of its own, as the pom says: where kernels of several widths have run before, C2 no
 * longer knows which kind of vector it has, and keeps some on the heap. A job runs one width.
 */
class AllocationTest {
    static Stream<ScoringEngine> engines() {
        return ScoringEngineTest.engines();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void scoringAllocatesNothing(ScoringEngine engine) {
        RandomModel random = new RandomModel(10);
        Core core = random.core(CoreShape.DEFAULT);
        List<PreparedSite> sites = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sites.add(engine.prepare(random.site(core, 78)));
            sites.add(engine.prepare(random.taught(core, 78)));
        }
        SequenceBatch batch = new SequenceBatch(64, 10);
        List<float[]> sequences = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            sequences.add(random.sequence(random.upTo(10), 78));
        }
        BatchScorer scorer = engine.newScorer();
        Runnable pass =
                () -> {
                    batch.clear();
                    ScoringEngineTest.fill(batch, sites, sequences);
                    scorer.score(batch);
                };
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        // Until C2 has compiled the kernels, vectors live on the heap.
        long perFlow = Long.MAX_VALUE;
        for (int round = 0; round < 200 && perFlow > 0; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 50; i++) {
                pass.run();
            }
            perFlow = (threads.getCurrentThreadAllocatedBytes() - before) / (50 * 64);
        }
        assertThat(perFlow).isZero();
    }
}
