// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.cli;

import io.talon.deadletter.v1.DeadLetter;
import io.talon.flow.v1.FlowEvent;
import io.talon.job.flow.FlowEvents;
import io.talon.schema.wire.RecordWire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends flows and dead letters to Kafka, acknowledged by all replicas, each once. Counts what was
 * acknowledged and what was not.
 */
final class FlowProducer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaProducer<byte[], byte[]> producer;
    private final String flowsTopic;
    private final String deadLetterTopic;
    private final RecordWire<FlowEvent> flows = RecordWire.of(FlowEvent.class);
    private final RecordWire<DeadLetter> deadLetters = RecordWire.of(DeadLetter.class);
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicReference<String> firstFailure = new AtomicReference<>();

    private FlowProducer(String bootstrap, String flowsTopic, String deadLetterTopic) {
        this.flowsTopic = flowsTopic;
        this.deadLetterTopic = deadLetterTopic;
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrap,
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                                true,
                                ProducerConfig.LINGER_MS_CONFIG,
                                20,
                                ProducerConfig.BATCH_SIZE_CONFIG,
                                128 * 1024,
                                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                                "lz4"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    /**
     * Connects, and makes sure that both topics are there.
     *
     * @throws IOException says what is missing and what to do
     */
    static FlowProducer connect(String bootstrap, String flowsTopic, String deadLetterTopic)
            throws IOException, InterruptedException {
        try (Admin admin =
                Admin.create(
                        Map.of(
                                "bootstrap.servers",
                                bootstrap,
                                "default.api.timeout.ms",
                                (int) PATIENCE.toMillis(),
                                "request.timeout.ms",
                                (int) PATIENCE.toMillis() / 2))) {
            admin.describeTopics(List.of(flowsTopic, deadLetterTopic))
                    .allTopicNames()
                    .get(2 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                throw new IOException(
                        "Kafka at %s lacks topic %s or %s; create them first"
                                .formatted(bootstrap, flowsTopic, deadLetterTopic),
                        null);
            }
            throw unreachable(bootstrap, e.getCause());
        } catch (TimeoutException | RuntimeException e) {
            throw unreachable(bootstrap, e);
        }
        return new FlowProducer(bootstrap, flowsTopic, deadLetterTopic);
    }

    private static IOException unreachable(String bootstrap, Throwable cause) {
        String detail = cause.getMessage() == null ? "no answer" : cause.getMessage();
        return new IOException(
                "Kafka at %s cannot be reached (%s); is it running, and is --bootstrap right?"
                        .formatted(bootstrap, detail));
    }

    void send(FlowEvent flow) {
        send(flowsTopic, FlowEvents.key(flow), flows.encode(flow), true);
    }

    void send(DeadLetter letter) {
        send(deadLetterTopic, letter.getTenant(), deadLetters.encode(letter), false);
    }

    private void send(String topic, String key, byte[] value, boolean isFlow) {
        producer.send(
                new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value),
                (metadata, failure) -> {
                    if (failure != null) {
                        failed.incrementAndGet();
                        firstFailure.compareAndSet(null, failure.getMessage());
                    } else if (isFlow) {
                        acknowledged.incrementAndGet();
                    }
                });
    }

    /** Waits until everything sent is acknowledged or has failed. */
    void flush() {
        producer.flush();
    }

    /** Flows that Kafka has. */
    long acknowledged() {
        return acknowledged.get();
    }

    /** Records that Kafka did not take. */
    long failed() {
        return failed.get();
    }

    /** Why the first of them was not taken; null if none. */
    String firstFailure() {
        return firstFailure.get();
    }

    @Override
    public void close() {
        producer.close();
    }
}
