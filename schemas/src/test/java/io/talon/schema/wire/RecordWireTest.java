// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.schema.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talon.control.v1.AdaptorRelease;
import io.talon.control.v1.Suppression;
import io.talon.flow.v1.FlowEvent;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

class RecordWireTest {

    private static final int ID = 7;

    private final RecordWire<FlowEvent> wire = RecordWire.of(FlowEvent.class);

    @Test
    void givesBackWhatWasEncoded() throws Exception {
        assertThat(wire.decode(wire.encode(flow()))).isEqualTo(flow());
    }

    @Test
    void beginsAsAvrosOwnSingleObjectEncoding() throws Exception {
        byte[] avros = FlowEvent.getEncoder().encode(flow()).array();

        assertThat(wire.encode(flow())).isEqualTo(avros);
        assertThat(wire.claims(avros)).isTrue();
    }

    @Test
    void readsConfluentHeaderWithTheSchemaOfItsId() throws Exception {
        RecordWire<FlowEvent> withRegistry =
                RecordWire.of(
                        FlowEvent.class,
                        id ->
                                id == ID
                                        ? Optional.of(FlowEvent.getClassSchema())
                                        : Optional.empty());

        assertThat(withRegistry.decode(confluent(ID, body(flow())))).isEqualTo(flow());
        assertThatThrownBy(() -> withRegistry.decode(confluent(8, body(flow()))))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("schema id 8");
    }

    @Test
    void resolvesAnotherWritersSchemaWithDefaultsForWhatItLacks() throws Exception {
        Schema older =
                SchemaBuilder.record("FlowEvent")
                        .namespace("io.talon.flow.v1")
                        .fields()
                        .requiredString("tenant")
                        .requiredString("site")
                        .requiredLong("ts")
                        .requiredString("uid")
                        .requiredString("orig_h")
                        .requiredString("resp_h")
                        .requiredString("proto")
                        .requiredString("since_removed")
                        .endRecord();
        var record = new GenericData.Record(older);
        List.of("tenant", "site", "uid", "orig_h", "resp_h", "proto", "since_removed")
                .forEach(f -> record.put(f, f));
        record.put("ts", 1L);
        var out = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new GenericDatumWriter<>(older).write(record, encoder);

        FlowEvent read =
                RecordWire.of(FlowEvent.class, id -> Optional.of(older))
                        .decode(confluent(1, out.toByteArray()));

        assertThat(read.getUid()).isEqualTo("uid");
        assertThat(read.getOrigBytes()).isNull();
        assertThat(read.getProfile()).isEqualTo("zeek-conn-v1");
    }

    @Test
    void refusesAnotherRecordsSchemaAndDoesNotClaimIt() {
        byte[] other =
                RecordWire.of(AdaptorRelease.class)
                        .encode(
                                AdaptorRelease.newBuilder()
                                        .setTenant("acme")
                                        .setSite("plant-7")
                                        .setVersion(1)
                                        .setReleased(Instant.EPOCH)
                                        .build());

        assertThat(wire.claims(other)).isFalse();
        assertThat(RecordWire.of(Suppression.class).claims(other)).isFalse();
        assertThatThrownBy(() -> wire.decode(other)).hasMessageContaining("unknown schema");
    }

    @Test
    void refusesBytesThatFollowTheRecord() {
        byte[] longer = Arrays.copyOf(wire.encode(flow()), wire.encode(flow()).length + 3);

        assertThatThrownBy(() -> wire.decode(longer)).hasMessage("3 bytes follow the FlowEvent");
    }

    @Test
    void believesNoLengthThatTheBytesCannotHold() {
        byte[] header = Arrays.copyOf(wire.encode(flow()), 10);
        byte[] hostile = // tenant of 2^31 - 8 bytes
                ByteBuffer.allocate(15).put(header).put(new byte[] {-16, -1, -1, -1, 15}).array();

        assertThatThrownBy(() -> wire.decode(hostile))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("a length of 2147483640 where 0 bytes are left");
    }

    static FlowEvent flow() {
        return FlowEvent.newBuilder()
                .setTenant("acme")
                .setSite("plant-7")
                .setSensor("sensor-7a")
                .setTs(Instant.parse("2026-11-23T18:00:00.123456Z"))
                .setUid("CAcJw21BbVedgFnYH3")
                .setOrigH("10.0.4.17")
                .setOrigP(51000)
                .setRespH("203.0.113.9")
                .setRespP(443)
                .setProto("tcp")
                .setService(List.of("ssl"))
                .setDurationMicros(299_000_000L)
                .setRespBytes(4_100_000L)
                .setLocalOrig(true)
                .setFeatures(Map.of("SrcLoss", 0.5))
                .build();
    }

    static byte[] confluent(int id, byte[] body) {
        return ByteBuffer.allocate(5 + body.length).put((byte) 0).putInt(id).put(body).array();
    }

    static byte[] body(FlowEvent flow) {
        byte[] framed = RecordWire.of(FlowEvent.class).encode(flow);
        return Arrays.copyOfRange(framed, 10, framed.length);
    }
}
