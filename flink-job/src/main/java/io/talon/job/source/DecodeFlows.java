// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.source;

import io.talon.flow.v1.FlowEvent;
import io.talon.job.flow.DeadLetters;
import io.talon.job.flow.JobTags;
import io.talon.schema.wire.MalformedRecordException;
import io.talon.schema.wire.RecordWire;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Kafka's bytes to flows. What is no usable flow goes to {@link JobTags#DEAD_LETTER} with topic,
 * partition, offset and reason; nothing in a record can make this fail or spoil the next record.
 */
public final class DecodeFlows extends ProcessFunction<RawRecord, FlowEvent> {

    private static final long serialVersionUID = 1L;

    private final String registryUrl;
    private final Duration futureSkew;
    private transient RecordWire<FlowEvent> wire;
    private transient FlowCheck check;
    private transient Counter flows;
    private transient Counter dead;

    /**
     * @param registryUrl base of a Confluent-compatible schema registry, null for none
     * @param futureSkew how far ahead of this machine's clock a flow may end
     */
    public DecodeFlows(String registryUrl, Duration futureSkew) {
        this.registryUrl = registryUrl;
        this.futureSkew = futureSkew;
    }

    @Override
    public void open(OpenContext context) {
        wire = RecordWire.of(FlowEvent.class, SchemaRegistry.at(registryUrl));
        check = new FlowCheck(futureSkew);
        flows = getRuntimeContext().getMetricGroup().counter("flows");
        dead = getRuntimeContext().getMetricGroup().counter("deadFlows");
    }

    @Override
    public void processElement(RawRecord raw, Context context, Collector<FlowEvent> out) {
        long now = context.timerService().currentProcessingTime();
        FlowEvent flow = null;
        String problem;
        try {
            flow = wire.decode(raw.value());
            Optional<String> found = check.problem(flow, now);
            problem = found.orElse(null);
        } catch (MalformedRecordException e) {
            problem = e.getMessage();
        }
        if (problem == null) {
            flows.inc();
            out.collect(flow);
            return;
        }
        dead.inc();
        context.output(
                JobTags.DEAD_LETTER,
                DeadLetters.of("decode", problem, raw.value(), Instant.ofEpochMilli(now))
                        .setTopic(raw.topic())
                        .setPartition(raw.partition())
                        .setOffset(raw.offset())
                        .build());
    }
}
