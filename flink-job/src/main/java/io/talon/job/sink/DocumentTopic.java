// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.sink;

import io.talon.job.document.Document;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.function.Function;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Documents to Kafka, the same bytes as are indexed: for those who read alerts from a topic.
 * Delivered at least once; the document's id is in the header {@code id}, for those who must not
 * take one twice.
 */
public final class DocumentTopic {

    private DocumentTopic() {}

    /** Makes the key of an element, or its document. */
    @FunctionalInterface
    public interface Rendering<T, R> extends Function<T, R>, Serializable {}

    /**
     * The sink for a topic.
     *
     * @param key elements with one key stay in order
     */
    public static <T> KafkaSink<T> of(
            Properties kafka,
            String topic,
            Rendering<T, String> key,
            Rendering<T, Document> document) {
        return KafkaSink.<T>builder()
                .setKafkaProducerConfig(kafka)
                .setBootstrapServers(kafka.getProperty("bootstrap.servers"))
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(new Serialization<>(topic, key, document))
                .build();
    }

    private static final class Serialization<T> implements KafkaRecordSerializationSchema<T> {

        private static final long serialVersionUID = 1L;

        private final String topic;
        private final Rendering<T, String> key;
        private final Rendering<T, Document> rendering;

        Serialization(String topic, Rendering<T, String> key, Rendering<T, Document> rendering) {
            this.topic = topic;
            this.key = key;
            this.rendering = rendering;
        }

        @Override
        public ProducerRecord<byte[], byte[]> serialize(
                T element, KafkaSinkContext context, Long timestamp) {
            Document document = rendering.apply(element);
            ProducerRecord<byte[], byte[]> record =
                    new ProducerRecord<>(
                            topic,
                            key.apply(element).getBytes(StandardCharsets.UTF_8),
                            document.json());
            record.headers().add("id", document.id().getBytes(StandardCharsets.UTF_8));
            return record;
        }
    }
}
