// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeatTest {
    @ParameterizedTest
    @ValueSource(ints = {128, 256})
    void lanesPassThroughACommandLine(int half) {
        assertThat(ScorerPlan.heats(half))
                .allSatisfy(heat -> assertThat(Heat.lanes(heat.key())).isEqualTo(heat.lanes()));
    }

    @Test
    void everyHeatMeasuresTheYardstickFirst() {
        assertThat(ScorerPlan.heats(128))
                .allSatisfy(heat -> assertThat(heat.lanes().get(0)).isEqualTo(Measure.YARDSTICK));
    }

    @Test
    void aLaneCountsWhatItDidInItsTurns() throws Exception {
        try (Lane lane = new Lane(new Measure(Contenders.naive, 1, 2, 1, 0))) {
            lane.begin();
            lane.measure();
            Figure figure = lane.figure(2 * lane.rate());
            assertThat(figure.sequencesPerSecond()).isPositive();
            assertThat(figure.times()).isEqualTo(0.5);
            assertThat(figure.bytesPerSequence()).isPositive();
            assertThat(figure.p99Micros()).isGreaterThanOrEqualTo(figure.p50Micros());
        }
    }
}
