// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.deadletter.v1.DeadLetter;
import io.talon.flow.v1.FlowEvent;
import io.talon.job.Samples;
import io.talon.schema.wire.RecordWire;
import io.talon.schema.wire.WriterSchemas;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FlowDecoderTest {

    private static final RecordWire<FlowEvent> WIRE = RecordWire.of(FlowEvent.class);

    private static final long NOW = Instant.parse("2026-11-23T18:10:00Z").toEpochMilli();

    private final FlowDecoder decoder = new FlowDecoder(WriterSchemas.none(), Duration.ofHours(1));
    private final List<FlowEvent> flows = new ArrayList<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();

    @Test
    void decodesFlows() {
        process(WIRE.encode(Samples.flow()));

        assertThat(flows).containsExactly(Samples.flow());
        assertThat(deadLetters).isEmpty();
    }

    @Test
    void bringsBadBytesToDeadLettersAndDecodesTheNextRecordAsIfNothingHappened() {
        byte[] cut = Arrays.copyOf(WIRE.encode(Samples.flow()), 60);
        process(cut);
        process(new byte[0]);
        process(WIRE.encode(Samples.flow()));

        assertThat(flows).containsExactly(Samples.flow());
        assertThat(deadLetters).hasSize(2);
        DeadLetter first = deadLetters.get(0);
        assertThat(first.getStage()).isEqualTo("decode");
        assertThat(first.getReason()).startsWith("not a FlowEvent");
        assertThat(first.getTopic()).isEqualTo("talon.flows");
        assertThat(first.getPartition()).isEqualTo(3);
        assertThat(first.getOffset()).isEqualTo(42L);
        assertThat(first.getRaw()).isEqualTo(ByteBuffer.wrap(cut));
    }

    @Test
    void keepsNoMoreOfAHugeRecordThanFitsIntoAMessage() {
        process(new byte[1 << 20]);

        assertThat(deadLetters.get(0).getRaw().remaining()).isEqualTo(512 * 1024);
        assertThat(deadLetters.get(0).getRawLength()).isEqualTo(1 << 20);
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
    void refusesWellFormedNonsense(Consumer<FlowEvent> change, String reason) {
        FlowEvent flow = Samples.flow();
        change.accept(flow);
        process(WIRE.encode(flow));

        assertThat(flows).isEmpty();
        assertThat(deadLetters)
                .singleElement()
                .satisfies(letter -> assertThat(letter.getReason()).contains(reason));
    }

    private void process(byte[] value) {
        DecodedFlow decoded = decoder.decode(new RawRecord("talon.flows", 3, 42, value), NOW);
        if (decoded instanceof DecodedFlow.Usable usable) {
            flows.add(usable.flow().event());
        } else if (decoded instanceof DecodedFlow.Dead dead) {
            deadLetters.add(dead.letter());
        }
    }
}
