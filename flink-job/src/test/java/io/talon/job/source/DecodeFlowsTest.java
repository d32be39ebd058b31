// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.deadletter.v1.DeadLetter;
import io.talon.flow.v1.FlowEvent;
import io.talon.job.Samples;
import io.talon.job.flow.JobTags;
import io.talon.schema.wire.RecordWire;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DecodeFlowsTest {

    private static final RecordWire<FlowEvent> WIRE = RecordWire.of(FlowEvent.class);

    private OneInputStreamOperatorTestHarness<RawRecord, FlowEvent> harness;

    @BeforeEach
    void open() throws Exception {
        harness =
                ProcessFunctionTestHarnesses.forProcessFunction(
                        new DecodeFlows(null, Duration.ofHours(1)));
        harness.setProcessingTime(Instant.parse("2026-11-23T18:10:00Z").toEpochMilli());
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void decodesFlows() throws Exception {
        process(WIRE.encode(Samples.flow()));

        assertThat(flows()).containsExactly(Samples.flow());
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void bringsBadBytesToDeadLettersAndDecodesTheNextRecordAsIfNothingHappened() throws Exception {
        byte[] cut = java.util.Arrays.copyOf(WIRE.encode(Samples.flow()), 60);
        process(cut);
        process(new byte[0]);
        process(WIRE.encode(Samples.flow()));

        assertThat(flows()).containsExactly(Samples.flow());
        assertThat(deadLetters()).hasSize(2);
        DeadLetter first = deadLetters().get(0);
        assertThat(first.getStage()).isEqualTo("decode");
        assertThat(first.getReason()).startsWith("not a FlowEvent");
        assertThat(first.getTopic()).isEqualTo("talon.flows");
        assertThat(first.getPartition()).isEqualTo(3);
        assertThat(first.getOffset()).isEqualTo(42L);
        assertThat(first.getRaw()).isEqualTo(ByteBuffer.wrap(cut));
    }

    @Test
    void keepsNoMoreOfAHugeRecordThanFitsIntoAMessage() throws Exception {
        process(new byte[1 << 20]);

        assertThat(deadLetters().get(0).getRaw().remaining()).isEqualTo(512 * 1024);
        assertThat(deadLetters().get(0).getRawLength()).isEqualTo(1 << 20);
    }

    static Stream<Arguments> nonsense() {
        return Stream.of(
                nonsense(f -> f.setTenant("*"), "tenant '*'"),
                nonsense(f -> f.setTenant("a,logs-x"), "tenant"),
                nonsense(f -> f.setTenant("../b"), "tenant"),
                nonsense(f -> f.setSite("a|b"), "site 'a|b'"),
                nonsense(f -> f.setRespH("10.0.0.1|x"), "no address"),
                nonsense(f -> f.setOrigH(""), "no address"),
                nonsense(f -> f.setUid(""), "uid is empty"),
                nonsense(f -> f.setProfile("argus-v9"), "argus-v9"),
                nonsense(f -> f.setOrigPkts(-1L), "a count is -1"),
                nonsense(f -> f.setRespP(70000), "port"),
                nonsense(f -> f.setDurationMicros(-5L), "duration"),
                nonsense(f -> f.setDurationMicros(Long.MAX_VALUE), "duration"),
                nonsense(f -> f.setTs(Instant.parse("2099-01-01T00:00:00Z")), "in the future"),
                nonsense(f -> f.setTs(Instant.parse("2026-11-23T19:06:00Z")), "in the future"),
                nonsense(f -> f.setTs(Instant.ofEpochSecond(-1)), "before 1970"));
    }

    private static Arguments nonsense(Consumer<FlowEvent> change, String reason) {
        return Arguments.of(change, reason);
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void refusesWellFormedNonsense(Consumer<FlowEvent> change, String reason) throws Exception {
        FlowEvent flow = Samples.flow();
        change.accept(flow);
        process(WIRE.encode(flow));

        assertThat(flows()).isEmpty();
        assertThat(deadLetters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.getReason()).contains(reason));
    }

    private void process(byte[] value) throws Exception {
        harness.processElement(new RawRecord("talon.flows", 3, 42, value), 0);
    }

    private List<FlowEvent> flows() {
        return harness.extractOutputValues();
    }

    private List<DeadLetter> deadLetters() {
        List<DeadLetter> letters = new ArrayList<>();
        var output = harness.getSideOutput(JobTags.DEAD_LETTER);
        if (output != null) {
            output.forEach(record -> letters.add(record.getValue()));
        }
        return letters;
    }
}
