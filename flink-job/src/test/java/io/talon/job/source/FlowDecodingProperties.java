// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.flow.v1.FlowEvent;
import io.talon.job.Conns;
import io.talon.job.flow.FlowEvents;
import io.talon.job.flow.FlowView;
import io.talon.job.flow.MalformedFlowException;
import io.talon.job.flow.RepeatedStrings;
import io.talon.schema.wire.MalformedRecordException;
import io.talon.schema.wire.RecordWire;
import io.talon.zeek.Conn;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The hand-written reader against Avro's own, over good, cut, damaged and hostile bytes. */
class FlowDecodingProperties {

    private static final RecordWire<FlowEvent> WIRE = RecordWire.of(FlowEvent.class);
    private static final int HEADER = 10;

    private final RepeatedStrings repeated = new RepeatedStrings();

    @Property(tries = 300)
    void agreeAboutEveryField(@ForAll("flows") FlowEvent flow) throws Exception {
        byte[] bytes = WIRE.encode(flow);

        agree(bytes);
        assertThat(byHand(bytes)).isPresent();
    }

    @Property(tries = 200)
    void agreeAboutCutBytes(@ForAll("flows") FlowEvent flow, @ForAll("places") double place) {
        byte[] bytes = WIRE.encode(flow);
        int kept = HEADER + (int) (place * (bytes.length - HEADER));

        agree(Arrays.copyOf(bytes, kept));
        agree(Arrays.copyOf(bytes, bytes.length + 1));
        assertThat(byHand(Arrays.copyOf(bytes, kept))).isEmpty();
    }

    @Property(tries = 1500)
    void agreeAboutDamagedBytes(
            @ForAll("flows") FlowEvent flow,
            @ForAll("places") double place,
            @ForAll("hostile") byte[] hostile) {
        byte[] bytes = WIRE.encode(flow);
        int at = HEADER + (int) (place * (bytes.length - HEADER));
        for (int i = 0; i < hostile.length && at + i < bytes.length; i++) {
            bytes[at + i] = hostile[i];
        }

        agree(bytes);
    }

    private void agree(byte[] bytes) {
        Optional<FlowEvent> expected = byAvro(bytes);
        Optional<FlowView> actual = byHand(bytes);

        assertThat(actual.isPresent()).isEqualTo(expected.isPresent());
        if (actual.isPresent()) {
            agree(actual.get(), expected.get());
        }
    }

    private void agree(FlowView view, FlowEvent event) {
        assertThat(view.key()).isEqualTo(FlowEvents.key(event));
        assertThat(view.siteKey()).isEqualTo(event.getTenant() + "|" + event.getSite());
        assertThat(view.tenant()).isEqualTo(event.getTenant());
        assertThat(view.site()).isEqualTo(event.getSite());
        assertThat(view.profile()).isEqualTo(event.getProfile());
        assertThat(view.endMicros()).isEqualTo(FlowEvents.endMicros(event));
        assertThat(view.event()).isEqualTo(event);
        Conn whole = Conns.of(event);
        Conn conn = view.conn(repeated);
        assertThat(conn)
                .isEqualTo(
                        whole.toBuilder()
                                .localOrig(null)
                                .localResp(null)
                                .tunnelParents(null)
                                .ipProto(null)
                                .communityId(null)
                                .origL2Addr(null)
                                .respL2Addr(null)
                                .vlan(null)
                                .innerVlan(null)
                                .writeTsMicros(null)
                                .sensor(null)
                                .build());
    }

    private static Optional<FlowEvent> byAvro(byte[] bytes) {
        try {
            return Optional.of(WIRE.decode(bytes));
        } catch (MalformedRecordException e) {
            return Optional.empty();
        }
    }

    private static Optional<FlowView> byHand(byte[] bytes) {
        try {
            return Optional.of(FlowView.read(bytes, HEADER));
        } catch (MalformedFlowException e) {
            return Optional.empty();
        }
    }

    @Provide
    Arbitrary<Double> places() {
        return Arbitraries.doubles().between(0, true, 1, false);
    }

    /** Short runs of what varints, lengths and branches are made of. */
    @Provide
    Arbitrary<byte[]> hostile() {
        return Arbitraries.of(
                        (byte) 0,
                        (byte) 1,
                        (byte) 2,
                        (byte) 3,
                        (byte) 0x7f,
                        (byte) 0x80,
                        (byte) 0xff)
                .array(byte[].class)
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<FlowEvent> flows() {
        return Arbitraries.randomValue(RandomFlows::next);
    }
}
