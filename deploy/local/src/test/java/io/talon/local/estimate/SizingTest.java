// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SizingTest {
    private static final Measured MEASURED =
            new Measured("a test", "none", "2026-01-01", 1000, 0.5, 500, 200, 4000, 1000);

    @Test
    void worksOutASmallDeploymentAsByHand() {
        Sizing sizing = Sizing.of(new Load(700, 2, 1 << 20, 10, 20, 1, 100), MEASURED);

        assertThat(sizing.jobCores()).isCloseTo(2.5, within(1e-9));
        assertThat(sizing.parallelism()).isEqualTo(3);
        assertThat(sizing.taskManagers()).isEqualTo(1);
        assertThat(sizing.stateBytes()).isEqualTo(500L << 20);
        assertThat(sizing.taskManagerMegabytes()).isEqualTo(2304);
        assertThat(sizing.kafkaBytes()).isEqualTo(700L * 86_400 * 200);
        assertThat(sizing.alertsPerDay()).isEqualTo(200);
        assertThat(sizing.elasticsearchBytes())
                .isEqualTo(200L * 100 * 4000 + 10L * 8928 * 30 * 1000);
        assertThat(sizing.catchUp().toSeconds()).isEqualTo(Math.round(700 * 3600 / 2300.0));
    }

    @Property
    void aLargerLoadNeverNeedsLess(
            @ForAll @DoubleRange(min = 1, max = 1e7) double flows,
            @ForAll @LongRange(min = 1, max = 1_000_000_000L) long destinations) {
        Sizing one = Sizing.of(new Load(flows, 3, destinations, 10, 20, 7, 365), MEASURED);
        Sizing more = Sizing.of(new Load(2 * flows, 3, 2 * destinations, 20, 20, 7, 365), MEASURED);

        assertThat(more.jobCores()).isGreaterThan(one.jobCores());
        assertThat(more.parallelism()).isGreaterThanOrEqualTo(one.parallelism());
        assertThat(more.stateBytes()).isGreaterThan(one.stateBytes());
        assertThat(more.elasticsearchBytes()).isGreaterThan(one.elasticsearchBytes());
        assertThat(one.catchUp()).isPositive();
        assertThat((double) one.parallelism() * MEASURED.flowsPerCpuSecond())
                .isGreaterThan(3 * flows);
    }

    @Test
    void namesWhatIsOutOfRange() {
        assertThatThrownBy(() -> new Load(10, 0.5, 1, 1, 1, 1, 1))
                .hasMessage("peak is 0.5, must be at least 1");
    }

    @Test
    void readsWhatAMeasuringRunLeft(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("m.json");
        new com.fasterxml.jackson.databind.ObjectMapper().writeValue(file.toFile(), MEASURED);

        assertThat(Measured.read(file)).isEqualTo(MEASURED);
    }

    @Test
    void whatIsShippedWasMeasuredAndSaysWhere() throws IOException {
        Measured shipped = Measured.shipped();

        assertThat(shipped.machine()).isNotBlank();
        assertThat(shipped.command()).contains("SizesIT");
        assertThat(shipped.flowsPerCpuSecond()).isPositive();
        assertThat(shipped.stateBytesPerDestination()).isPositive();
    }

    @Test
    void aFileOfAnotherFormIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("m.json"), "{\"command\": \"x\"}");

        assertThatThrownBy(() -> Measured.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("m.json does not hold measured constants");
    }
}
