// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.anomaly.v1.SequenceScore;
import io.talon.job.Samples;
import java.util.List;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TallyScoresTest {

    private OneInputStreamOperatorTestHarness<SequenceScore, SiteTally> job;

    @BeforeEach
    void start() throws Exception {
        job = new OneInputStreamOperatorTestHarness<>(new TallyScores());
        job.open();
    }

    @AfterEach
    void stop() throws Exception {
        job.close();
    }

    @Test
    void oneTallyForManyFlowsOfASite() throws Exception {
        for (int i = 0; i < OpenTally.FLOWS + 1; i++) {
            take("plant-7", "v1");
        }

        assertThat(flows()).containsExactly(OpenTally.FLOWS);
    }

    @Test
    void holdsNothingBackAtBarrierWatermarkTimerAndEnd() throws Exception {
        take("plant-7", "v1");
        job.prepareSnapshotPreBarrier(1);
        assertThat(flows()).containsExactly(1);

        take("plant-7", "v1");
        job.processWatermark(new Watermark(1));
        assertThat(flows()).containsExactly(1, 1);

        take("plant-7", "v1");
        job.setProcessingTime(60_000);
        assertThat(flows()).containsExactly(1, 1, 1);

        take("plant-7", "v1");
        job.endInput();
        job.getOperator().finish();
        assertThat(flows()).containsExactly(1, 1, 1, 1);
    }

    @Test
    void clockThatIsSetBackHoldsNothingBackForLong() throws Exception {
        job.setProcessingTime(10_000_000);
        take("plant-7", "v1");
        take("plant-7", "v1");
        job.prepareSnapshotPreBarrier(1);

        assertThat(flows()).containsExactly(2);
    }

    @Test
    void sitesAndAdaptorsAreNotMixed() throws Exception {
        take("plant-7", "v1");
        take("plant-8", "v1");
        take("plant-7", "v2");
        job.prepareSnapshotPreBarrier(1);

        assertThat(job.extractOutputValues())
                .extracting(t -> t.site + " " + t.adaptorVersion + " " + t.p.length)
                .containsExactlyInAnyOrder("plant-7 v1 1", "plant-7 v2 1", "plant-8 v1 1");
    }

    @Test
    void tellsAnomalousFlowsFromOthersByTheSignOfTheirEnd() throws Exception {
        take("plant-7", "v1");
        job.prepareSnapshotPreBarrier(1);

        SiteTally tally = job.extractOutputValues().get(0);
        assertThat(tally.ends[0]).isNegative();
        assertThat(-tally.ends[0] - 1).isEqualTo(tally.newestMicros);
    }

    private void take(String site, String adaptor) throws Exception {
        SequenceScore score = Samples.anomaly(Samples.flow(), List.of()).getScore();
        score.setSite(site);
        score.setAdaptorVersion(adaptor);
        job.processElement(score, 0);
    }

    private List<Integer> flows() {
        return job.extractOutputValues().stream().map(t -> t.p.length).toList();
    }
}
