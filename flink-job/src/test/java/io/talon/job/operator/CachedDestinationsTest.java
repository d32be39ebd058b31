// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.flow.v1.FlowEvent;
import io.talon.job.Conns;
import io.talon.job.Flows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is held on the heap in front of RocksDB is as if it were not. */
class CachedDestinationsTest {

    private static final List<FlowEvent> FLOWS = Flows.some(600, 33);
    private static final int NO_LIMIT = 100_000;

    /** One destination at hand, a few, all: room is made at nearly every flow, often, never. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, NO_LIMIT})
    void sequencesAreTheSameHoweverManyAreAtHand(int atHand) throws Exception {
        try (var all = harness(NO_LIMIT, null);
                var some = harness(atHand, null)) {
            assertThat(some.feed(FLOWS)).hasSizeGreaterThan(550).isEqualTo(all.feed(FLOWS));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, NO_LIMIT})
    void aCheckpointHoldsWhatWasAtHand(int atHand) throws Exception {
        try (var undisturbed = harness(NO_LIMIT, null);
                var before = harness(atHand, null)) {
            undisturbed.feed(FLOWS.subList(0, 300));
            before.feed(FLOWS.subList(0, 300));
            OperatorSubtaskState state = before.snapshot(1, 1);

            try (var after = harness(atHand, state)) {
                assertThat(after.feed(FLOWS.subList(300, 600)))
                        .hasSizeGreaterThan(250)
                        .isEqualTo(undisturbed.feed(FLOWS.subList(300, 600)));
            }
        }
    }

    @Test
    void aCheckpointIsOfItsMomentAndNotOfWhatCameAfter() throws Exception {
        try (var running = harness(NO_LIMIT, null)) {
            running.feed(FLOWS.subList(0, 300));
            OperatorSubtaskState state = running.snapshot(1, 1);
            Map<String, String> expected = running.feed(FLOWS.subList(300, 600));

            try (var again = harness(NO_LIMIT, state)) {
                assertThat(again.feed(FLOWS.subList(300, 600))).isEqualTo(expected);
            }
        }
    }

    @Test
    void aSecondCheckpointHoldsWhatChangedSinceTheFirst() throws Exception {
        try (var running = harness(NO_LIMIT, null)) {
            running.feed(FLOWS.subList(0, 200));
            running.snapshot(1, 1);
            running.feed(FLOWS.subList(200, 400));
            OperatorSubtaskState second = running.snapshot(2, 2);
            Map<String, String> expected = running.feed(FLOWS.subList(400, 600));

            try (var again = harness(NO_LIMIT, second)) {
                assertThat(again.feed(FLOWS.subList(400, 600))).isEqualTo(expected);
            }
        }
    }

    /** Flink's own backends on disk keep bytes; one that logs changes of the heap does not. */
    @Test
    void aBackendThatKeepsObjectsHasItsOwn() throws Exception {
        ObjectBackend backend = new ObjectBackend();
        CachedDestinations cached = new CachedDestinations(backend, backend, 1);
        cached.put("one", new DestinationState());
        cached.writeBack();
        byte[] written = backend.objects.get("one").history().toBytes();

        append(cached, "one");
        assertThat(backend.objects.get("one").history().toBytes()).isEqualTo(written);

        cached.writeBack();
        backend.at("two", () -> cached.get("two")); // takes the room of the first
        written = backend.objects.get("one").history().toBytes();
        append(cached, "one");
        assertThat(cached.peek("one").history().size()).isEqualTo(2);
        assertThat(backend.objects.get("one").history().toBytes()).isEqualTo(written);
    }

    private static void append(CachedDestinations cached, String key) throws IOException {
        DestinationState state = cached.get(key);
        state.history().append(Conns.of(FLOWS.get(state.history().size())));
        cached.put(key, state);
    }

    private static final class ObjectBackend
            implements ValueState<DestinationState>, OtherDestinations {
        private final Map<String, DestinationState> objects = new HashMap<>();
        private String present = "one";

        @Override
        public DestinationState value() {
            return objects.get(present);
        }

        @Override
        public void update(DestinationState state) {
            objects.put(present, state);
        }

        @Override
        public void clear() {
            objects.remove(present);
        }

        @Override
        public void at(String key, StateAccess access) {
            String before = present;
            present = key;
            try {
                access.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            present = before;
        }

        @Override
        public int imprint(String key) {
            return 0;
        }

        @Override
        public void forget(String key) {
            objects.remove(key);
        }
    }

    private static SequenceHarness harness(int atHand, OperatorSubtaskState before)
            throws Exception {
        SequenceHarness harness = new SequenceHarness(atHand);
        harness.setStateBackend(new EmbeddedRocksDBStateBackend());
        if (before != null) {
            harness.initializeState(before);
        }
        harness.open();
        return harness;
    }
}
