// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talon.job.operator.RunMode;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunRangeTest {

    @Test
    void liveRunKeepsItsGroupAndAHistoricalOneHasAnother() {
        assertThat(of().group("talon")).isEqualTo("talon");
        assertThat(of("--run.mode", "historical").group("talon")).isEqualTo("talon-historical");
    }

    @Test
    void historicalRunHasBounds() {
        RunRange range = of("--run.mode", "historical", "--run.from", "2026-11-24T00:00:00Z");

        assertThat(range)
                .isEqualTo(
                        new RunRange(
                                RunMode.HISTORICAL, Instant.parse("2026-11-24T00:00:00Z"), null));
    }

    @Test
    void namesTheOptionThatIsWrong() {
        assertThatThrownBy(() -> of("--run.mode", "historical", "--run.from", "yesterday"))
                .hasMessageContaining("--run.from yesterday");
        assertThatThrownBy(() -> of("--run.until", "2026-11-24T00:00:00Z"))
                .hasMessageContaining("--run.mode historical");
    }

    private static RunRange of(String... more) {
        String[] required = {
            "--kafka.bootstrap", "k:9092", "--elasticsearch.urls", "http://e:9200"
        };
        return RunRange.of(
                JobOptions.parse(
                        Stream.concat(Stream.of(required), Stream.of(more))
                                .toArray(String[]::new)));
    }
}
