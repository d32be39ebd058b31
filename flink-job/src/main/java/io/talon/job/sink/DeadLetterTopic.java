// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.sink;

import io.talon.deadletter.v1.DeadLetter;
import io.talon.schema.wire.RecordWire;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Dead letters to Kafka, whole, so that they can be tried again. */
public final class DeadLetterTopic {

    private DeadLetterTopic() {}

    /** The sink for a topic. */
    public static KafkaSink<DeadLetter> of(Properties kafka, String topic) {
        return KafkaSink.<DeadLetter>builder()
                .setKafkaProducerConfig(kafka)
                .setBootstrapServers(kafka.getProperty("bootstrap.servers"))
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(new Serialization(topic))
                .build();
    }

    static final class Serialization implements KafkaRecordSerializationSchema<DeadLetter> {

        private static final long serialVersionUID = 1L;

        private final String topic;
        private transient RecordWire<DeadLetter> wire;

        Serialization(String topic) {
            this.topic = topic;
        }

        @Override
        public ProducerRecord<byte[], byte[]> serialize(
                DeadLetter letter, KafkaSinkContext context, Long timestamp) {
            if (wire == null) {
                wire = RecordWire.of(DeadLetter.class);
            }
            String key = letter.getTenant() == null ? letter.getStage() : letter.getTenant();
            return new ProducerRecord<>(
                    topic, key.getBytes(StandardCharsets.UTF_8), wire.encode(letter));
        }
    }
}
