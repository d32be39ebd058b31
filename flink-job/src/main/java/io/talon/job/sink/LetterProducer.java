// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.sink;

import io.talon.deadletter.v1.DeadLetter;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends dead letters to Kafka. Connects when the first one is to be sent: most sinks never have
 * any. Thread-safe.
 */
final class LetterProducer implements AutoCloseable {

    private static final Duration LAST_SENDS = Duration.ofSeconds(10);

    private final Properties properties;
    private final DeadLetterTopic.Serialization records;

    /** The only thread that makes and uses the producer; sending can wait for Kafka. */
    private final ExecutorService thread;

    private KafkaProducer<byte[], byte[]> producer;

    LetterProducer(Properties properties, String topic) {
        this.properties = properties;
        this.records = new DeadLetterTopic.Serialization(topic);
        this.thread =
                Executors.newSingleThreadExecutor(
                        task -> {
                            Thread made = new Thread(task, "refused-documents");
                            made.setDaemon(true);
                            return made;
                        });
    }

    /** Is done when Kafka has the letter, and fails when it does not take it. */
    CompletableFuture<Void> send(DeadLetter letter) {
        CompletableFuture<Void> taken = new CompletableFuture<>();
        thread.execute(
                () -> {
                    try {
                        send(letter, taken);
                    } catch (RuntimeException e) {
                        taken.completeExceptionally(e);
                    }
                });
        return taken;
    }

    private void send(DeadLetter letter, CompletableFuture<Void> taken) {
        if (producer == null) {
            producer =
                    new KafkaProducer<>(
                            properties, new ByteArraySerializer(), new ByteArraySerializer());
        }
        producer.send(
                records.serialize(letter, null, null),
                (metadata, failure) -> {
                    if (failure == null) {
                        taken.complete(null);
                    } else {
                        taken.completeExceptionally(failure);
                    }
                });
    }

    @Override
    public void close() {
        thread.execute(
                () -> {
                    if (producer != null) {
                        producer.close(LAST_SENDS);
                    }
                });
        thread.shutdown();
    }
}
