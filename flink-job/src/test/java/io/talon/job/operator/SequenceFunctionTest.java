// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.talon.control.v1.AdaptorRelease;
import io.talon.deadletter.v1.DeadLetter;
import io.talon.flow.v1.FlowEvent;
import io.talon.job.Samples;
import io.talon.job.flow.FlowEvents;
import io.talon.job.flow.FlowView;
import io.talon.job.flow.JobTags;
import io.talon.job.model.Assignment;
import io.talon.job.model.OtherModel;
import io.talon.job.model.Release;
import io.talon.job.model.ReleasedModels;
import io.talon.schema.control.ReleaseRole;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SequenceFunctionTest {

    private static final Instant START = Instant.parse("2026-11-23T18:00:00Z");
    private static final OtherModel ONE = OtherModel.number(1);
    private static final OtherModel TWO = OtherModel.number(2);

    private KeyedBroadcastOperatorTestHarness<String, FlowView, Release, SequencedFlow> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void laysOutTheLastTenFlowsToADestination() throws Exception {
        for (int i = 0; i < 12; i++) {
            flow("C" + i, i);
        }

        assertThat(uids(0)).containsExactly("C0");
        assertThat(uids(11))
                .containsExactly("C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9", "C10", "C11");
    }

    @Test
    void keepsTenantsSitesAndDestinationsApart() throws Exception {
        FlowEvent otherTenant = Samples.flow("COther", START);
        otherTenant.setTenant("umbrella");
        FlowEvent otherDestination = Samples.flow("CElsewhere", START);
        otherDestination.setRespH("203.0.113.10");
        flow("C0", 0);
        process(otherTenant);
        process(otherDestination);
        flow("C1", 1);

        assertThat(uids(1)).containsExactly("COther");
        assertThat(uids(2)).containsExactly("CElsewhere");
        assertThat(uids(3)).containsExactly("C0", "C1");
    }

    @Test
    void keepsTheNewestRowOfAUidAndLaysOutEachOfThem() throws Exception {
        flow("C0", 0);
        flow("CLong", 1);
        flow("CLong", 2);
        flow("C1", 3);

        assertThat(uids(2)).containsExactly("C0", "CLong");
        assertThat(uids(3)).containsExactly("C0", "CLong", "C1");
    }

    @Test
    void bringsLateFlowsToDeadLettersByTheirDestinationAndNotByTheWatermark() throws Exception {
        harness.watermark(START.plusSeconds(86_400).toEpochMilli());
        flow("CLagging", 0);
        flow("C1", 3600);
        flow("CLate", 3600 - 601);
        flow("CAlmost", 3600 - 599);

        assertThat(outputs()).hasSize(3);
        assertThat(uids(2)).containsExactly("CLagging", "C1", "CAlmost");
        assertThat(deadLetters())
                .singleElement()
                .satisfies(
                        letter -> {
                            assertThat(letter.getStage()).isEqualTo("late");
                            assertThat(letter.getTenant()).isEqualTo("acme");
                            assertThat(FlowEvent.fromByteBuffer(letter.getRaw()).getUid())
                                    .isEqualTo("CLate");
                        });
    }

    @Test
    void forgetsAnIdleDestinationAndLeavesNothingBehind() throws Exception {
        for (int i = 0; i < 100; i++) {
            flow("C" + i, i);
        }
        assertThat(harness.numEventTimeTimers()).isLessThanOrEqualTo(2);

        harness.watermark(START.plus(Duration.ofHours(23)).toEpochMilli());
        assertThat(destinationsKept()).isEqualTo(1);

        harness.watermark(START.plus(Duration.ofHours(26)).toEpochMilli());
        assertThat(destinationsKept()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void goesOnAfterARestoreAsIfNothingHappened() throws Exception {
        release(1);
        flow("C0", 0);
        flow("C1", 1);
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();

        harness = harness();
        harness.initializeState(snapshot);
        harness.open();
        flow("C2", 2);

        assertThat(uids(0)).containsExactly("C0", "C1", "C2");
        assertThat(outputs().get(0).assignment().active().getVersion()).isEqualTo(1);
    }

    @Test
    void runsTheNewestReleaseFromTheNextFlowOn() throws Exception {
        flow("C0", 0);
        release(2);
        flow("C1", 1);
        release(1);
        flow("C2", 2);
        release(3);
        flow("C3", 3);

        assertThat(outputs())
                .extracting(s -> s.assignment().active())
                .extracting(r -> r == null ? null : r.getVersion())
                .containsExactly(null, 2L, 2L, 3L);
    }

    @Test
    void tellsOfTheNewestModelFromTheNextFlowOnAndKeepsTheOthers() throws Exception {
        flow("C0", 0);
        release(1);
        model(ONE, 2);
        flow("C1", 1);
        model(TWO, 1);
        flow("C2", 2);
        model(TWO, 3);
        flow("C3", 3);
        model(ONE, 1);
        flow("C4", 4);

        assertThat(outputs())
                .extracting(s -> s.assignment().models().newest())
                .extracting(r -> r == null ? null : r.getModelSha256())
                .containsExactly(null, ONE.sha256(), ONE.sha256(), TWO.sha256(), TWO.sha256());
        assertThat(outputs().get(4).assignment().models().of(ONE.sha256()).getVersion())
                .isEqualTo(2);
        assertThat(outputs())
                .extracting(s -> s.assignment().active() != null)
                .containsExactly(false, true, true, true, true);
        assertThat(modelVersion()).isEqualTo(3);
    }

    @Test
    void siteThatNothingWasReleasedToIsToldOfModelsToo() throws Exception {
        model(ONE, 1);
        flow("C0", 0);

        assertThat(outputs().get(0).assignment())
                .isEqualTo(Assignment.NONE.with(ReleasedModels.NONE.with(ONE.release(1))));
    }

    @Test
    void knowsTheModelsAfterARestore() throws Exception {
        model(ONE, 1);
        model(TWO, 2);
        release(1);
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();

        harness = harness();
        harness.initializeState(snapshot);
        harness.open();
        flow("C0", 0);
        model(ONE, 3);
        flow("C1", 1);

        assertThat(outputs())
                .extracting(s -> s.assignment().models().newest().getModelSha256())
                .containsExactly(TWO.sha256(), ONE.sha256());
        assertThat(outputs())
                .extracting(s -> s.assignment().active().getVersion())
                .containsExactly(1L, 1L);
    }

    @Test
    void forgetsTheDestinationUsedLongestAgoWhenATenantHasTooMany() throws Exception {
        for (int host = 1; host <= 3; host++) {
            to("203.0.113." + host, "C" + host);
        }
        to("203.0.113.1", "C4");
        FlowEvent otherTenant = Samples.flow("COther", START);
        otherTenant.setTenant("umbrella");
        process(otherTenant);
        to("203.0.113.77", "C5");

        assertThat(destinationsKept()).isEqualTo(4);
        to("203.0.113.1", "C6");
        to("203.0.113.2", "C7");
        assertThat(uids(6)).containsExactly("C1", "C4", "C6");
        assertThat(uids(7)).containsExactly("C7");
        assertThat(destinationsKept()).isEqualTo(4);
    }

    @Test
    void boundsWhatARestoreBringsBack() throws Exception {
        for (int host = 1; host <= 3; host++) {
            to("203.0.113." + host, "C" + host);
        }
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();

        harness = harness();
        harness.initializeState(snapshot);
        harness.open();
        to("203.0.113.4", "C4");

        assertThat(destinationsKept()).isEqualTo(3);
    }

    @Test
    void scoresSoManyFlowsASecondOfADestinationAndTellsOfTheOthersWithTheNext() throws Exception {
        for (int i = 0; i < 100; i++) {
            process(Samples.flow("C" + i, START.plusMillis(i)));
        }
        FlowEvent elsewhere = Samples.flow("CElsewhere", START.plusMillis(100));
        elsewhere.setRespH("203.0.113.10");
        process(elsewhere);
        process(Samples.flow("CNext", START.plusMillis(1001)));

        assertThat(outputs())
                .extracting(SequencedFlow::skipped)
                .containsExactly(0, 0, 0, 0, 0, 0, 95);
        assertThat(uids(6)).startsWith("C91").endsWith("C99", "CNext");
    }

    @Test
    void tellsHowOldTheOldestAdaptorInUseIs() throws Exception {
        flow("C0", 0);
        release(1);
        adaptor("plant-7", ReleaseRole.SHADOW, 1, START.minus(Duration.ofDays(90)));
        assertThat(oldestAdaptor()).isZero();

        adaptor("plant-7", ReleaseRole.ACTIVE, 2, START);
        adaptor("plant-8", ReleaseRole.ACTIVE, 1, START.plus(Duration.ofDays(1)));
        assertThat(oldestAdaptor()).isCloseTo(secondsSince(START), within(60L));

        adaptor("plant-7", ReleaseRole.ACTIVE, 3, START.plus(Duration.ofDays(2)));
        assertThat(oldestAdaptor())
                .isCloseTo(secondsSince(START.plus(Duration.ofDays(1))), within(60L));
    }

    private long oldestAdaptor() {
        return function().oldestAdaptorSeconds();
    }

    private long modelVersion() {
        return function().modelVersion();
    }

    private SequenceFunction function() {
        var operator = (SequenceOperator) harness.getOperator();
        return (SequenceFunction) operator.getUserFunction();
    }

    private void model(OtherModel model, long version) throws Exception {
        harness.processBroadcastElement(new Release.OfModel(model.release(version)), 0);
    }

    private static long secondsSince(Instant time) {
        return Duration.between(time, Instant.now()).toSeconds();
    }

    private void adaptor(String site, String role, long version, Instant released)
            throws Exception {
        harness.processBroadcastElement(
                new Release.OfAdaptor(
                        AdaptorRelease.newBuilder()
                                .setTenant("acme")
                                .setSite(site)
                                .setRole(role)
                                .setVersion(version)
                                .setReleased(released)
                                .setAdaptorSha256("0".repeat(64))
                                .setAdaptor(ByteBuffer.wrap(new byte[] {1}))
                                .build()),
                0);
    }

    private void to(String host, String uid) throws Exception {
        FlowEvent flow = Samples.flow(uid, START);
        flow.setRespH(host);
        process(flow);
    }

    private static KeyedBroadcastOperatorTestHarness<String, FlowView, Release, SequencedFlow>
            harness() throws Exception {
        var function =
                new SequenceFunction(
                        new SequenceOptions(Duration.ofMinutes(10), Duration.ofHours(24), 3, 2, 5));
        var made =
                new KeyedBroadcastOperatorTestHarness<String, FlowView, Release, SequencedFlow>(
                        new SequenceOperator(function), FlowView::key, Types.STRING, 1, 1, 0);
        made.setup(SequencedFlow.TYPE.createSerializer(new SerializerConfigImpl()));
        return made;
    }

    private long destinationsKept() {
        var operator = (AbstractStreamOperator<?>) harness.getOperator();
        return operator.getKeyedStateBackend()
                .getKeys("destination", VoidNamespace.INSTANCE)
                .count();
    }

    private void flow(String uid, int second) throws Exception {
        process(Samples.flow(uid, START.plusSeconds(second - 299)));
    }

    private void process(FlowEvent flow) throws Exception {
        harness.processElement(FlowView.of(flow), FlowEvents.endMillis(flow));
    }

    private void release(long version) throws Exception {
        harness.processBroadcastElement(
                new Release.OfAdaptor(
                        AdaptorRelease.newBuilder()
                                .setTenant("acme")
                                .setSite("plant-7")
                                .setVersion(version)
                                .setReleased(START)
                                .build()),
                0);
    }

    private List<SequencedFlow> outputs() {
        return harness.extractOutputValues();
    }

    private List<String> uids(int output) {
        return outputs().get(output).history().sequence().uids();
    }

    private List<DeadLetter> deadLetters() {
        List<DeadLetter> letters = new ArrayList<>();
        harness.getSideOutput(JobTags.DEAD_LETTER).forEach(r -> letters.add(r.getValue()));
        return letters;
    }
}
