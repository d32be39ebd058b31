// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes a plan's flows to a topic of two partitions, before the run that reads them. */
final class KafkaFill {

    static final String TOPIC = "bench.flows";

    private KafkaFill() {}

    static void fill(String bootstrap, FlowRows rows, RunPlan plan) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 2, (short) 1))).all().get();
        }
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrap,
                                "linger.ms",
                                20,
                                "batch.size",
                                262_144,
                                "compression.type",
                                "lz4"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            for (long number = 0; number < plan.flows(); number++) {
                int partition = FlowRows.destination(number, plan.destinations()) % 2;
                producer.send(
                        new ProducerRecord<>(
                                TOPIC, partition, null, rows.flow(number, plan.destinations())));
            }
            producer.flush();
        }
    }
}
