// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talon.ctalvae.sequence.FlowHistory;
import io.talon.job.Conns;
import io.talon.job.Flows;
import java.io.IOException;
import java.io.InputStream;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class DestinationStateSerializerTest {

    private final DestinationStateSerializer serializer = new DestinationStateSerializer();

    private static DestinationState state() {
        FlowHistory history = new FlowHistory();
        Flows.some(60, 5).forEach(flow -> history.append(Conns.of(flow)));
        return new DestinationState(
                1_790_000_000_000_001L,
                1_790_604_000_000L,
                new ScorePace(1_790_000_000L, 3, 41),
                history);
    }

    /** Written by version 1 and never rewritten: jobs are restored from older savepoints. */
    @Test
    void readsBytesOfVersion1() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("destination-state-v1.bin")) {
            DestinationState read =
                    serializer.deserialize(new DataInputDeserializer(in.readAllBytes()));

            assertSame(read, state());
        }
    }

    @Test
    void readsWhatItWrites() throws IOException {
        assertSame(serializer.deserialize(new DataInputDeserializer(bytes(state()))), state());
    }

    /** Flink's heap copies what a snapshot still has to write, and lets flows change the copy. */
    @Test
    void noFlowChangesACopy() {
        DestinationState state = state();
        DestinationState copy = serializer.copy(state);
        assertSame(copy, state);
        assertThat(serializer.isImmutableType()).isFalse();

        state.history().append(Conns.of(Flows.some(1, 99).get(0)));
        state.pace().count(1_790_000_001_000_000L, 5);
        state.reach(1_790_000_001_000_000L, 1_790_700_000_000L);

        assertSame(copy, state());
    }

    @Test
    void takesAtMost1600BytesForAFullHistory() throws IOException {
        assertThat(bytes(state()).length).isLessThanOrEqualTo(1600);
    }

    @Test
    void refusesASavepointOfAnotherVersionByItsNumber() throws IOException {
        DataOutputSerializer written = new DataOutputSerializer(16);
        new DestinationStateSerializer.Snapshot(7).writeSnapshot(written);
        TypeSerializerSnapshot<DestinationState> snapshot =
                new DestinationStateSerializer.Snapshot();

        assertThatThrownBy(
                        () ->
                                snapshot.readSnapshot(
                                        1,
                                        new DataInputDeserializer(written.getCopyOfBuffer()),
                                        getClass().getClassLoader()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 7")
                .hasMessageContaining("version 1");
    }

    private static void assertSame(DestinationState actual, DestinationState expected) {
        assertThat(actual.newestMicros()).isEqualTo(expected.newestMicros());
        assertThat(actual.expiresMillis()).isEqualTo(expected.expiresMillis());
        assertThat(actual.pace()).usingRecursiveComparison().isEqualTo(expected.pace());
        assertThat(actual.history().toBytes()).isEqualTo(expected.history().toBytes());
    }

    private byte[] bytes(DestinationState state) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(2048);
        serializer.serialize(state, out);
        return out.getCopyOfBuffer();
    }
}
