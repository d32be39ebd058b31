// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.control;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

/**
 * Sends what is in the {@link Outbox} to Kafka, in order, until Kafka has it. A record may be sent
 * twice when the service dies in between; the job refuses the second by its version.
 */
@ApplicationScoped
class OutboxSender {
    private static final Logger LOG = Logger.getLogger(OutboxSender.class);

    /** Between attempts, and between looks for what another instance left. */
    private static final int PAUSE_SECONDS = 2;

    private static final int SEND_TIMEOUT_MILLIS = 10_000;

    @Inject Outbox outbox;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    private Thread thread;
    private volatile KafkaProducer<String, byte[]> producer;
    private volatile boolean stopping;
    private boolean kafkaFailed;

    void start(@Observes StartupEvent event) {
        thread = new Thread(this::run, "outbox-sender");
        thread.setDaemon(true);
        thread.start();
    }

    /** Without an interrupt: one that meets H2 at its file closes that file for everybody. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        outbox.wake();
        close();
        thread.join(Duration.ofSeconds(5).toMillis());
    }

    private void run() {
        try {
            // Whatever is there is sent a moment later: the start of the service comes first.
            outbox.awaitAdded(PAUSE_SECONDS);
            producer = new KafkaProducer<>(settings());
            while (!stopping) {
                sendAll();
                outbox.awaitAdded(PAUSE_SECONDS);
            }
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    /** What is being sent fails, and stays in the outbox. */
    private void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
    }

    private void sendAll() throws InterruptedException {
        try {
            boolean more = true;
            while (more && !stopping) {
                outbox.oldestTopic().ifPresent(this::reach);
                more = outbox.sendOldest(this::send);
            }
            kafkaFailed = false;
        } catch (ExecutionException e) {
            warnOnce(e.getCause());
        } catch (InterruptException e) {
            throw e;
        } catch (ApiException e) {
            warnOnce(e);
        } catch (SQLException | RuntimeException e) {
            if (stopping) {
                return;
            }
            LOG.error("The outbox cannot be read; trying again", e);
        }
    }

    /** Waits for Kafka before an entry is locked, so that while it is away none is for long. */
    private void reach(String topic) {
        producer.partitionsFor(topic);
    }

    private void send(Outbox.Entry entry) throws InterruptedException, ExecutionException {
        producer.send(new ProducerRecord<>(entry.topic(), entry.key(), entry.payload())).get();
        LOG.infof("Sent %s to %s", entry.key(), entry.topic());
    }

    private void warnOnce(Throwable cause) {
        if (!kafkaFailed && !stopping) {
            LOG.warnf(
                    "Kafka does not take control records, trying again until it does: %s",
                    cause.getMessage());
            kafkaFailed = true;
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, SEND_TIMEOUT_MILLIS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, SEND_TIMEOUT_MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, SEND_TIMEOUT_MILLIS / 2);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 16 << 20);
        return settings;
    }
}
