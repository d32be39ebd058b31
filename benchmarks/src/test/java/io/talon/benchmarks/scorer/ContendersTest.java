// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody is timed who computes something else. */
class ContendersTest {
    @ParameterizedTest
    @EnumSource(
            value = Contenders.class,
            names = {"peak", "rcf", "iforest"},
            mode = EnumSource.Mode.EXCLUDE)
    void whoComputesTheNetworkPassesTheGate(Contenders contender) throws Exception {
        try (Contender checked = contender.checked(new Workload(7, 4, 1))) {
            assertThat(checked.errors()).hasSize(7);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Contenders.class,
            names = {"vector", "scalar", "naive"})
    void oursPassItWithASiteToEachSequence(Contenders contender) throws Exception {
        try (Contender checked = contender.checked(new Workload(5, 10, 5))) {
            assertThat(checked.errors()).hasSize(5);
        }
    }

    @Test
    void aWrongEngineIsNotTimed() {
        Workload workload = new Workload(3, 2, 1);
        assertThatThrownBy(() -> Contenders.check("wrong", new Wrong(workload, 1.001), workload))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("wrong computes an error")
                .hasMessageContaining("sequence 2 of 3");
        assertThatThrownBy(
                        () -> Contenders.check("wrong", new Wrong(workload, Double.NaN), workload))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NaN");
    }

    @Test
    void anEngineThatLeavesSequencesOutIsNotTimed() {
        Workload workload = new Workload(3, 2, 1);
        assertThatThrownBy(
                        () ->
                                Contenders.check(
                                        "lazy", new Wrong(new Workload(2, 2, 1), 1), workload))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lazy scored 2 sequences of 3");
    }

    /** Plain loops, wrong by a factor in the last sequence. */
    private static final class Wrong implements Contender {
        private final NaiveContender right;
        private final double factor;

        private Wrong(Workload workload, double factor) {
            this.right = new NaiveContender(workload);
            this.factor = factor;
        }

        @Override
        public void score() {
            right.score();
        }

        @Override
        public double[] errors() {
            double[] errors = right.errors();
            errors[errors.length - 1] *= factor;
            return errors;
        }
    }
}
