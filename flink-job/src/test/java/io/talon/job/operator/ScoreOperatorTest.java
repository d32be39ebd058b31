// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.anomaly.v1.Anomaly;
import io.talon.anomaly.v1.SequenceScore;
import io.talon.control.v1.AdaptorRelease;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.sequence.FlowHistory;
import io.talon.deadletter.v1.DeadLetter;
import io.talon.flow.v1.FlowEvent;
import io.talon.job.Conns;
import io.talon.job.Flows;
import io.talon.job.document.Document;
import io.talon.job.document.SampleDocument;
import io.talon.job.flow.FlowView;
import io.talon.job.flow.JobTags;
import io.talon.job.model.Assignment;
import io.talon.job.model.ModelFiles;
import io.talon.job.model.OtherModel;
import io.talon.job.model.ReleasedModels;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScoreOperatorTest {

    private static final int BATCH = 4;
    private static final int LINGER_MILLIS = 5;
    private static final Duration SAMPLING = Duration.ofSeconds(3);

    private OneInputStreamOperatorTestHarness<SequencedFlow, SequenceScore> harness;

    @BeforeEach
    void open() throws Exception {
        harness =
                new OneInputStreamOperatorTestHarness<>(
                        new ScoreOperatorFactory(
                                ModelFiles.shipped(),
                                new ScoreOptions(
                                        RunMode.STREAMING,
                                        true,
                                        BATCH,
                                        Duration.ofMillis(LINGER_MILLIS),
                                        SAMPLING)));
        harness.open();
        harness.setProcessingTime(1000);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void waitsForABatchToFill() throws Exception {
        process(BATCH - 1);
        assertThat(scores()).isEmpty();
        process(1);
        assertThat(scores()).hasSize(BATCH);
    }

    @Test
    void waitsNoLongerThanTheLinger() throws Exception {
        process(1);
        harness.setProcessingTime(1000 + LINGER_MILLIS - 1);
        assertThat(scores()).isEmpty();
        harness.setProcessingTime(1000 + LINGER_MILLIS);
        assertThat(scores()).hasSize(1);
        process(1);
        harness.setProcessingTime(1000 + 2 * LINGER_MILLIS);
        assertThat(scores()).hasSize(2);
    }

    @Test
    void letsABatchWaitFromItsOwnFirstSequenceOn() throws Exception {
        process(1);
        harness.setProcessingTime(1003);
        process(BATCH);
        assertThat(scores()).hasSize(BATCH);
        harness.setProcessingTime(1000 + LINGER_MILLIS);
        assertThat(scores()).hasSize(BATCH);
        harness.setProcessingTime(1003 + LINGER_MILLIS);
        assertThat(scores()).hasSize(BATCH + 1);
    }

    @Test
    void emptiesTheBatchBeforeABarrier() throws Exception {
        process(1);
        harness.prepareSnapshotPreBarrier(1);
        assertThat(scores()).hasSize(1);
    }

    @Test
    void emptiesTheBatchBeforeAWatermark() throws Exception {
        process(1);
        harness.processWatermark(new Watermark(7));
        assertThat(new ArrayList<>(harness.getOutput())).last().isEqualTo(new Watermark(7));
        assertThat(scores()).hasSize(1);
    }

    @Test
    void emptiesTheBatchBeforeItsInputIsDeclaredIdle() throws Exception {
        process(1);
        harness.processWatermarkStatus(WatermarkStatus.IDLE);
        assertThat(scores()).hasSize(1);
    }

    @Test
    void emptiesTheBatchAtTheEndOfItsInput() throws Exception {
        process(1);
        harness.endInput();
        harness.getOneInputOperator().finish();
        assertThat(scores()).hasSize(1);
    }

    @Test
    void givesScoresTheTimeOfTheirFlow() throws Exception {
        List<SequencedFlow> sequences = process(BATCH);
        assertThat(harness.extractOutputStreamRecords())
                .extracting(record -> record.getTimestamp())
                .containsExactlyElementsOf(
                        sequences.stream().map(s -> s.flow().endMillis()).toList());
    }

    @Test
    void scoresAShadowBesideTheActiveAdaptorWithoutTouchingItsScores() throws Exception {
        AdaptorRelease base =
                AdaptorRelease.newBuilder()
                        .setTenant("acme")
                        .setSite("plant-7")
                        .setVersion(1)
                        .setReleased(Instant.EPOCH)
                        .setRole("shadow")
                        .build();
        for (SequencedFlow each : sequences(3)) {
            harness.processElement(
                    new SequencedFlow(
                            each.flow(),
                            each.history(),
                            0,
                            new Assignment(ReleasedModels.NONE, null, base)),
                    0);
        }
        process(BATCH - 3);

        assertThat(scores()).hasSize(BATCH);
        assertThat(side(JobTags.SHADOW_SCORE))
                .hasSize(3)
                .extracting(SequenceScore::getP)
                .containsExactlyElementsOf(
                        scores().stream().limit(3).map(SequenceScore::getP).toList());
        assertThat(side(JobTags.SHADOW_SAMPLE))
                .singleElement()
                .satisfies(
                        sample -> {
                            Document document = SampleDocument.ofShadow(sample);
                            assertThat(document.id()).isNotEqualTo(SampleDocument.of(sample).id());
                            assertThat(new String(document.json(), StandardCharsets.UTF_8))
                                    .contains("\"action\":\"shadow-score\"")
                                    .doesNotContain("\"values\"");
                        });
    }

    @Test
    void scoresWithAReleasedModelFromTheVeryFlowThatItCameBeforeAlsoWithinABatch()
            throws Exception {
        OtherModel other = OtherModel.number(3);
        Assignment released = Assignment.NONE.with(ReleasedModels.NONE.with(other.release(1)));
        List<SequencedFlow> flows = sequences(BATCH);
        for (int i = 0; i < BATCH; i++) {
            SequencedFlow each = flows.get(0);
            Assignment assignment = i < 2 ? Assignment.NONE : released;
            harness.processElement(
                    new SequencedFlow(each.flow(), each.history(), 0, assignment), 0);
        }

        String before = SiteModel.base().modelVersion();
        String after = other.read().modelVersion();
        assertThat(scores())
                .extracting(SequenceScore::getModelVersion)
                .containsExactly(before, before, after, after);
        assertThat(scores().get(0).getError()).isEqualTo(scores().get(1).getError());
        assertThat(scores().get(2).getError())
                .isEqualTo(scores().get(3).getError())
                .isNotEqualTo(scores().get(0).getError());
    }

    @Test
    void bringsWhatCannotBeScoredToDeadLettersAndScoresTheRest() throws Exception {
        FlowView flow = FlowView.of(Flows.some(1, 1).get(0));
        harness.processElement(new SequencedFlow(flow, new FlowHistory(), 0, Assignment.NONE), 0);
        process(BATCH);

        assertThat(scores()).hasSize(BATCH);
        assertThat(side(JobTags.DEAD_LETTER))
                .singleElement()
                .satisfies(letter -> assertThat(letter.getStage()).isEqualTo("score"))
                .extracting(DeadLetter::getTenant)
                .isEqualTo("acme");
    }

    @Test
    void keepsOneSequenceOfASiteWholeInEachInterval() throws Exception {
        process(BATCH);
        assertThat(side(JobTags.SAMPLE)).hasSize(1);
        harness.setProcessingTime(1000 + SAMPLING.toMillis() - 1);
        process(BATCH);
        assertThat(side(JobTags.SAMPLE)).hasSize(1);
        harness.setProcessingTime(1000 + SAMPLING.toMillis());
        process(BATCH);
        assertThat(side(JobTags.SAMPLE)).hasSize(2);
    }

    /** As in the job, where flows that come while a sequence waits change its history. */
    @Test
    void explainsTheAnomalousAndOnlyThem() throws Exception {
        List<FlowEvent> flows = Flows.some(400, 3);
        FlowHistory history = new FlowHistory();
        for (FlowEvent flow : flows) {
            history.append(Conns.of(flow));
            harness.processElement(
                    new SequencedFlow(FlowView.of(flow), history, 0, Assignment.NONE), 0);
        }
        harness.prepareSnapshotPreBarrier(1);

        List<String> anomalous =
                scores().stream()
                        .filter(SequenceScore::getAnomalous)
                        .map(SequenceScore::getUid)
                        .toList();
        assertThat(anomalous).isNotEmpty().hasSizeLessThan(flows.size());
        assertThat(side(JobTags.ANOMALY))
                .extracting(Anomaly::getScore)
                .extracting(SequenceScore::getUid)
                .isEqualTo(anomalous);
        assertThat(side(JobTags.ANOMALY))
                .allSatisfy(
                        anomaly ->
                                assertThat(anomaly.getUids())
                                        .endsWith(anomaly.getScore().getUid()));
    }

    private List<SequencedFlow> process(int count) throws Exception {
        List<SequencedFlow> sequences = sequences(count);
        for (SequencedFlow sequence : sequences) {
            harness.processElement(sequence, sequence.flow().endMillis());
        }
        return sequences;
    }

    private static List<SequencedFlow> sequences(int count) {
        List<SequencedFlow> sequences = new ArrayList<>();
        FlowHistory history = new FlowHistory();
        for (FlowEvent flow : Flows.some(count, 11)) {
            history.append(Conns.of(flow));
            sequences.add(new SequencedFlow(FlowView.of(flow), history.copy(), 0, Assignment.NONE));
        }
        return sequences;
    }

    private List<SequenceScore> scores() {
        return harness.extractOutputValues();
    }

    private <T> List<T> side(OutputTag<T> tag) {
        List<T> values = new ArrayList<>();
        var output = harness.getSideOutput(tag);
        if (output != null) {
            output.forEach(record -> values.add(record.getValue()));
        }
        return values;
    }
}
