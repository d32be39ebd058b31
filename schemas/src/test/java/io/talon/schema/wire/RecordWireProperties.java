// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.schema.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.flow.v1.FlowEvent;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Whatever comes over the wire, decoding ends with a record or a {@link MalformedRecordException}.
 */
class RecordWireProperties {

    private final RecordWire<FlowEvent> wire =
            RecordWire.of(FlowEvent.class, id -> Optional.of(FlowEvent.getClassSchema()));

    @Property(tries = 3000)
    void survivesAnyBytesAfterEitherHeader(
            @ForAll @Size(max = 200) byte[] body, @ForAll boolean single) {
        byte[] header = wire.encode(RecordWireTest.flow());
        byte[] bytes = RecordWireTest.confluent(1, body);
        if (single) {
            bytes = Arrays.copyOf(header, 10 + body.length);
            System.arraycopy(body, 0, bytes, 10, body.length);
        }
        decodes(bytes);
    }

    @Property(tries = 2000)
    void survivesAnyBytes(@ForAll @Size(max = 64) byte[] bytes) {
        decodes(bytes);
    }

    @Property(tries = 3000)
    void survivesOneChangedByteAndAnyCut(
            @ForAll @IntRange(max = 400) int position,
            @ForAll byte value,
            @ForAll @IntRange(max = 400) int length) {
        byte[] bytes = wire.encode(RecordWireTest.flow());
        bytes[position % bytes.length] = value;
        decodes(bytes);
        decodes(Arrays.copyOf(bytes, length % bytes.length));
    }

    private void decodes(byte[] bytes) {
        try {
            assertThat(wire.decode(bytes)).isNotNull();
        } catch (MalformedRecordException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
