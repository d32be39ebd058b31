// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.talon.ctalvae.Flows;
import io.talon.ctalvae.feature.Feature;
import io.talon.ctalvae.feature.FeatureProfiles;
import io.talon.zeek.Conn;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FlowHistoryTest {
    private static final List<String> NAMES =
            FeatureProfiles.ZEEK_CONN_V1.features().stream().map(Feature::name).toList();

    private static float last(Sequence sequence, String feature) {
        return sequence.value(sequence.length() - 1, NAMES.indexOf(feature));
    }

    private static FlowHistory twelveFlows() {
        FlowHistory history = new FlowHistory();
        IntStream.range(0, 12)
                .forEach(i -> history.append(Flows.http("C" + i, 100 + 10 * i).build()));
        return history;
    }

    @Test
    void keepsTheLastTenFlows() {
        Sequence sequence = twelveFlows().sequence();

        assertThat(sequence.length()).isEqualTo(10);
        assertThat(sequence.uids()).startsWith("C2").endsWith("C11");
        assertThat(sequence.startMicros()).isEqualTo(119_500_000);
        assertThat(sequence.endMicros()).isEqualTo(210_000_000);
        assertThat(sequence.profile()).isEqualTo("zeek-conn-v1");
    }

    @Test
    void gapsRunFromEndToEnd() {
        FlowHistory history = new FlowHistory();
        history.append(Flows.http("C1", 100).build());
        assertThat(last(history.sequence(), "gap")).isEqualTo((float) Math.log1p(86_400_000));
        assertThat(last(history.sequence(), "gap_change")).isNaN();
        history.append(Flows.http("C2", 104).build());
        assertThat(last(history.sequence(), "gap"))
                .isCloseTo((float) Math.log1p(4000), within(1e-6f));
        assertThat(last(history.sequence(), "gap_change")).isNaN();
        history.append(Flows.http("C3", 112).build());
        assertThat(last(history.sequence(), "gap_change"))
                .isCloseTo((float) (Math.log1p(8000) - Math.log1p(4000)), within(1e-5f));
    }

    @Test
    void aFlowThatEndedEarlierHasNoGap() {
        FlowHistory history = new FlowHistory();
        history.append(Flows.http("C1", 100).build());
        history.append(Flows.http("C2", 90).build());
        assertThat(last(history.sequence(), "gap")).isZero();
    }

    @Test
    void portsAndFailuresAreOfTheLastTenFlows() {
        FlowHistory history = new FlowHistory();
        IntStream.range(0, 10)
                .forEach(
                        i ->
                                history.append(
                                        Flows.http("A" + i, 100 + i)
                                                .respP(80 + i % 2)
                                                .connState("S0")
                                                .build()));
        assertThat(last(history.sequence(), "resp_ports")).isCloseTo(1f / 9, within(1e-6f));
        assertThat(last(history.sequence(), "failed_share")).isOne();
        IntStream.range(0, 10).forEach(i -> history.append(Flows.http("B" + i, 200 + i).build()));
        assertThat(last(history.sequence(), "resp_ports")).isZero();
        assertThat(last(history.sequence(), "failed_share")).isZero();
    }

    @Test
    void anExchangeIsSeenAmongTheFlowsKept() {
        FlowHistory history = new FlowHistory();
        history.append(Flows.http("C1", 100).origH("10.0.0.1").build());
        history.append(Flows.http("C2", 110).origH("10.0.0.2").build());
        history.append(Flows.http("C3", 130).origH("10.0.0.1").respBytes(9L).build());
        history.append(Flows.http("C4", 160).origH("10.0.0.1").build());
        Exchange exchange = history.sequence().exchange();
        assertThat(exchange.originator()).isEqualTo(Exchange.hash("10.0.0.1"));
        assertThat(exchange.responder()).isEqualTo(Exchange.hash("192.0.2.7"));
        assertThat(exchange.previous()).isEqualTo(exchange.originator());
        assertThat(exchange.port()).isEqualTo(80);
        assertThat(exchange.answer()).isEqualTo((float) Math.log1p(1500));
        assertThat(exchange.pairGap()).isEqualTo((float) Math.log1p(30_000));
        assertThat(exchange.repeats()).isEqualTo(1);
        assertThat(exchange.shared()).isEqualTo(2);
        assertThat(FlowHistory.fromBytes(history.toBytes()).sequence().exchange())
                .isEqualTo(exchange);
    }

    @Test
    void aFirstFlowHasNoPairToCompareWith() {
        FlowHistory history = new FlowHistory();
        history.append(Flows.http("C1", 100).build());
        Exchange exchange = history.sequence().exchange();
        assertThat(exchange.pairGap()).isNaN();
        assertThat(exchange.previous()).isZero();
        assertThat(exchange.repeats()).isZero();
    }

    @Test
    void continuesFromItsBytesAsIfNothingHadHappened() {
        FlowHistory history = twelveFlows();
        FlowHistory restored = FlowHistory.fromBytes(history.toBytes());
        Conn next = Flows.http("C12", 230).respP(8080).connState("REJ").build();
        history.append(next);
        restored.append(next);

        assertSame(restored.sequence(), history.sequence());
        assertThat(restored.toBytes()).isEqualTo(history.toBytes());
    }

    private static void assertSame(Sequence actual, Sequence expected) {
        assertThat(actual.uids()).isEqualTo(expected.uids());
        assertThat(actual.startMicros()).isEqualTo(expected.startMicros());
        assertThat(actual.endMicros()).isEqualTo(expected.endMicros());
        float[] a = new float[expected.length() * expected.width()];
        float[] b = new float[a.length];
        actual.copyTo(a);
        expected.copyTo(b);
        assertThat(a).containsExactly(b);
    }

    /** Whatever is appended to one, the others stay as they were. */
    @Property(tries = 200)
    void whatIsAppendedToOneIsNotInAnother(
            @ForAll @Size(max = 60) List<@IntRange(max = 14) Integer> uids) {
        List<FlowHistory> kept = new ArrayList<>(List.of(new FlowHistory()));
        List<byte[]> bytes = new ArrayList<>(List.of(kept.get(0).toBytes()));
        for (int i = 0; i < uids.size(); i++) {
            Conn flow = Flows.http("C" + uids.get(i), 100 + i).build();
            int from = uids.get(i) % 3 == 0 ? i / 2 : i; // often the newest, at times an older one
            FlowHistory next = kept.get(from).copy();
            FlowHistory alone = FlowHistory.fromBytes(bytes.get(from));
            assertThat(next.append(flow)).isEqualTo(alone.append(flow));
            assertThat(next.toBytes()).isEqualTo(alone.toBytes());
            kept.add(next);
            bytes.add(next.toBytes());
        }
        for (int i = 0; i < kept.size(); i++) {
            assertThat(kept.get(i).toBytes()).isEqualTo(bytes.get(i));
        }
    }

    /** However its records lie in its array: moved to the front, cut in the middle, put away. */
    @Property(tries = 200)
    void isAsLongAHistoryReadFromItsBytesAtEachFlow(
            @ForAll @Size(max = 60) List<@IntRange(max = 14) Integer> uids,
            @ForAll @IntRange(max = 300) int length) {
        FlowHistory inPlace = new FlowHistory();
        FlowHistory reread = new FlowHistory();
        FlowHistory set = new FlowHistory();
        for (int i = 0; i < uids.size(); i++) {
            int uid = uids.get(i);
            String padded = "C" + uid + "x".repeat(uid % 4 == 0 ? length : 0);
            Conn flow = Flows.http(padded, 100 + i).build();
            reread = FlowHistory.fromBytes(reread.toBytes());
            assertThat(inPlace.append(flow)).isEqualTo(reread.append(flow));
            assertThat(inPlace.toBytes()).isEqualTo(reread.toBytes());
            set.set(inPlace);
            assertThat(set.toBytes()).isEqualTo(reread.toBytes());
        }
    }

    /** Flow after flow of a destination's usual size; the array is taken once. */
    @Test
    void aFullHistoryTakesFlowsInTheArrayThatItHas() {
        FlowHistory history = twelveFlows();
        int allocated = history.allocated();
        assertThat(allocated).isBetween(history.byteLength(), 2 * history.byteLength());
        for (int i = 10; i < 90; i++) {
            history.append(Flows.http("D" + i, 1000 + 10 * i).build());
            assertThat(history.allocated()).isEqualTo(allocated);
        }
    }

    @Test
    void longUidsAreNotPaidForWhenTheyAreGone() {
        FlowHistory history = twelveFlows();
        for (int i = 0; i < 10; i++) {
            history.append(Flows.http("C".repeat(4000) + i, 1000 + i).build());
        }
        assertThat(history.allocated()).isGreaterThan(40_000);
        for (int i = 0; i < 400; i++) { // until its array is used up once
            history.append(Flows.http("D" + i, 2000 + 10 * i).build());
        }
        assertThat(history.allocated()).isLessThan(4 * 4 * history.byteLength() / 3);
    }

    @Test
    void isCompact() {
        assertThat(twelveFlows().toBytes().length).isLessThan(1600);
    }

    /**
     * Written by version 1 and never rewritten: jobs are restored from savepoints of older
     * versions.
     */
    @Test
    void readsBytesOfVersion1() throws IOException {
        try (InputStream in = FlowHistoryTest.class.getResourceAsStream("flow-history-v1.bin")) {
            assertSame(
                    FlowHistory.fromBytes(in.readAllBytes()).sequence(), twelveFlows().sequence());
        }
    }

    @Test
    void emptyHistoryHasNoSequence() {
        assertThat(FlowHistory.fromBytes(new FlowHistory().toBytes()).size()).isZero();
        assertThatThrownBy(() -> new FlowHistory().sequence())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesOtherVersionsByNumber() {
        byte[] bytes = twelveFlows().toBytes();
        bytes[0] = 9;
        assertThatThrownBy(() -> FlowHistory.fromBytes(bytes))
                .isInstanceOf(CorruptHistoryException.class)
                .hasMessageContaining("version 9")
                .hasMessageContaining("version 2");
    }

    @Property(tries = 300)
    void refusesCutBytesByName(@ForAll @IntRange(max = 2000) int length) {
        byte[] bytes = twelveFlows().toBytes();
        byte[] cut = Arrays.copyOf(bytes, Math.min(length, bytes.length - 1));
        assertThatThrownBy(() -> FlowHistory.fromBytes(cut))
                .isInstanceOf(CorruptHistoryException.class);
    }

    @Property(tries = 2000)
    void damagedBytesNeverFailOtherwise(@ForAll @IntRange(max = 2000) int at, @ForAll byte value) {
        byte[] bytes = twelveFlows().toBytes();
        bytes[at % bytes.length] = value;
        try {
            assertThat(FlowHistory.fromBytes(bytes).size()).isBetween(0, 10);
        } catch (CorruptHistoryException e) {
            assertThat(e).hasMessageContaining("flow");
        }
    }
}
