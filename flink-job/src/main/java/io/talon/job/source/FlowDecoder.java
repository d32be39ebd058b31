// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.source;

import io.talon.flow.v1.FlowEvent;
import io.talon.job.flow.DeadLetters;
import io.talon.job.flow.FlowView;
import io.talon.job.flow.MalformedFlowException;
import io.talon.schema.wire.MalformedRecordException;
import io.talon.schema.wire.RecordWire;
import io.talon.schema.wire.WriterSchemas;
import java.time.Duration;
import java.time.Instant;

/**
 * Bytes to flows. Bytes of the present schema are read by hand, those of any other by Avro's
 * resolution. Nothing in a record can make this fail or spoil the next record. Not thread-safe.
 */
public final class FlowDecoder {

    private final RecordWire<FlowEvent> wire;
    private final FlowCheck check;

    /**
     * @param registry asked for the schema of records with Confluent's header
     * @param futureSkew how far ahead of the clock a flow may end
     */
    public FlowDecoder(WriterSchemas registry, Duration futureSkew) {
        this.wire = RecordWire.of(FlowEvent.class, registry);
        this.check = new FlowCheck(futureSkew);
    }

    /** What the record is, at this time of the clock. */
    public DecodedFlow decode(RawRecord raw, long nowMillis) {
        String problem;
        try {
            FlowView flow = read(raw.value());
            problem = check.problem(flow, nowMillis);
            if (problem == null) {
                return new DecodedFlow.Usable(flow);
            }
        } catch (MalformedFlowException | MalformedRecordException e) {
            problem = e.getMessage();
        }
        return new DecodedFlow.Dead(
                DeadLetters.of("decode", problem, raw.value(), Instant.ofEpochMilli(nowMillis))
                        .setTopic(raw.topic())
                        .setPartition(raw.partition())
                        .setOffset(raw.offset())
                        .build());
    }

    private FlowView read(byte[] value) throws MalformedFlowException, MalformedRecordException {
        int body = wire.presentBody(value);
        return body >= 0 ? FlowView.read(value, body) : FlowView.of(wire.decode(value));
    }
}
