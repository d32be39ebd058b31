// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.source;

import java.time.Duration;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Decodes flows inside the Kafka source, which thereby knows the event time of each partition. A
 * record that is no flow comes out as such: an exception here would restart the job, and again
 * after every restart.
 */
public final class FlowRecordSchema implements KafkaRecordDeserializationSchema<DecodedFlow> {

    private static final long serialVersionUID = 1L;
    private static final byte[] NOTHING = {};

    private final String registryUrl;
    private final Duration futureSkew;
    private transient FlowDecoder decoder;

    /**
     * @param registryUrl base of a Confluent-compatible schema registry, null for none
     * @param futureSkew how far ahead of this machine's clock a flow may end
     */
    public FlowRecordSchema(String registryUrl, Duration futureSkew) {
        this.registryUrl = registryUrl;
        this.futureSkew = futureSkew;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        decoder = new FlowDecoder(SchemaRegistry.at(registryUrl), futureSkew);
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<DecodedFlow> out) {
        byte[] value = record.value() == null ? NOTHING : record.value();
        out.collect(
                decoder.decode(
                        new RawRecord(record.topic(), record.partition(), record.offset(), value),
                        System.currentTimeMillis()));
    }

    @Override
    public TypeInformation<DecodedFlow> getProducedType() {
        return DecodedFlowSerializer.TYPE;
    }
}
