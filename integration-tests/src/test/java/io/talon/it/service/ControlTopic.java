// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.service;

import io.talon.control.v1.AdaptorRelease;
import io.talon.control.v1.Suppression;
import io.talon.local.part.KafkaTopics;
import io.talon.schema.wire.RecordWire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What the service has sent to the job. */
public final class ControlTopic {
    private static final TopicPartition ONLY = new TopicPartition(KafkaTopics.CONTROL, 0);

    private ControlTopic() {}

    /** Every release of a role, in the order of the topic; one that was sent twice comes twice. */
    static List<AdaptorRelease> releases(String kafka, String role) throws Exception {
        return records(kafka, AdaptorRelease.class).stream()
                .filter(release -> release.getRole().equals(role))
                .toList();
    }

    /** Every suppression, in the order of the topic; one that was sent twice comes twice. */
    public static List<Suppression> suppressions(String kafka) throws Exception {
        return records(kafka, Suppression.class);
    }

    private static <T extends SpecificRecord> List<T> records(String kafka, Class<T> type)
            throws Exception {
        RecordWire<T> wire = RecordWire.of(type);
        List<T> found = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : all(kafka)) {
            if (record.value() != null && wire.claims(record.value())) {
                found.add(wire.decode(record.value()));
            }
        }
        return found;
    }

    private static List<ConsumerRecord<byte[], byte[]>> all(String kafka) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", kafka);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(ONLY));
            consumer.seekToBeginning(List.of(ONLY));
            long end = consumer.endOffsets(List.of(ONLY)).get(ONLY);
            while (consumer.position(ONLY) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
            }
        }
        return records;
    }
}
