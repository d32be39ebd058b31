// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.sequence.Sequence;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RobustStatisticsTest {

    private static Sequence flow(float... values) {
        return new Sequence("test", values.length, values, List.of("C1"), 0, 0);
    }

    @Test
    void oneWildFlowDoesNotMoveThem() {
        List<Sequence> flows =
                IntStream.rangeClosed(0, 100)
                        .mapToObj(i -> flow(i == 100 ? 1e6f : i % 10))
                        .toList();
        Normaliser statistics = RobustStatistics.of(flows.subList(0, 100));
        assertThat(statistics.median()[0]).isEqualTo(4.5f);
        assertThat(RobustStatistics.of(flows).median()[0]).isBetween(4f, 5f);
    }

    @Test
    void missingValuesDoNotCount() {
        Normaliser statistics =
                RobustStatistics.of(
                        List.of(
                                flow(Float.NaN, Float.NaN),
                                flow(7, Float.NaN),
                                flow(7, Float.NaN)));
        assertThat(statistics.median()).containsExactly(7, 0);
        assertThat(statistics.scale()).containsExactly(0.1f, 1);
    }

    @Test
    void missingBecomesZeroAndIsMarked() {
        Normaliser normaliser = new Normaliser(new float[] {1, 1, 1}, new float[] {2, 0.1f, 1});
        float[] values = new float[3];
        float[] present = new float[3];
        normaliser.normalise(flow(5, 99, Float.NaN), values, present);
        assertThat(values).containsExactly(2, 10, 0);
        assertThat(present).containsExactly(1, 1, 0);
    }

    @Test
    void nothingGivesNoStatistics() {
        assertThatThrownBy(() -> RobustStatistics.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Normaliser(new float[1], new float[1]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
