// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

class EventTimeTest {

    /** Were control records at the latest time, that would be the time where flows are idle. */
    @Test
    void controlRecordsNeitherHoldTimeBackNorMakeIt() {
        Said said = new Said();
        WatermarkGenerator<String> generator =
                EventTime.<String>neverHoldingBack().createWatermarkGenerator(null);

        generator.onPeriodicEmit(said);
        generator.onEvent("a release", 1_000, said);
        generator.onPeriodicEmit(said);

        assertThat(said.idle).isTrue();
        assertThat(said.watermarks).isEmpty();
    }

    private static final class Said implements WatermarkOutput {
        private final List<Watermark> watermarks = new ArrayList<>();
        private boolean idle;

        @Override
        public void emitWatermark(Watermark watermark) {
            watermarks.add(watermark);
        }

        @Override
        public void markIdle() {
            idle = true;
        }

        @Override
        public void markActive() {
            idle = false;
        }
    }
}
