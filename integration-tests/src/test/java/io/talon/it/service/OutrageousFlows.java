// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.service;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talon.flow.v1.FlowEvent;
import io.talon.local.part.KafkaTopics;
import io.talon.schema.wire.RecordWire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A flow of each site a tenth of a second, each outrageous and at a destination of its own, so that
 * each raises an alert that names the model and the adaptor that scored it.
 */
final class OutrageousFlows implements AutoCloseable {
    static final String ALERTS = "talon.alerts";
    static final String TENANT = "acme";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long EVERY_MILLIS = 100;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final RecordWire<FlowEvent> wire = RecordWire.of(FlowEvent.class);
    private final List<String> sites;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;

    /** When a flow was sent, in nanoseconds of this process, by its destination. */
    private final Map<String, Long> sent = new ConcurrentHashMap<>();

    private final AtomicInteger number = new AtomicInteger();
    private final List<Scored> scored = new ArrayList<>();

    /**
     * A flow that was told of.
     *
     * @param sent when, in nanoseconds of this process
     * @param model version of the model that scored it
     * @param adaptor version of the adaptor
     */
    record Scored(String site, long sent, String model, String adaptor) {}

    /** Sends flows of these sites until closed. */
    OutrageousFlows(String kafka, String... sites) {
        this.sites = List.of(sites);
        this.producer =
                new KafkaProducer<>(
                        settings(kafka), new ByteArraySerializer(), new ByteArraySerializer());
        this.consumer =
                new KafkaConsumer<>(
                        settings(kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(ALERTS));
        clock.scheduleAtFixedRate(this::send, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** The brokers make no topic by themselves, and the job waits a minute for one to come. */
    static void createAlertTopic(String kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(new NewTopic(ALERTS, 1, (short) 1))).all().get();
        }
    }

    /** The first such flow of those sent from that time on; waits for it. */
    Scored first(Predicate<Scored> wanted, long from, Duration atMost) {
        return await().atMost(atMost)
                .until(
                        () -> found(flow -> flow.sent() >= from && wanted.test(flow)),
                        Optional::isPresent)
                .orElseThrow();
    }

    private Optional<Scored> found(Predicate<Scored> wanted) throws IOException {
        for (var record : consumer.poll(Duration.ofMillis(50))) {
            JsonNode alert = JSON.readTree(record.value());
            Long at = sent.get(alert.at("/destination/ip").asText());
            String adaptor = alert.at("/talon/adaptor/version").asText();
            // That the budget is used up, for example, is said of no flow and by no adaptor.
            if (at != null && !adaptor.isEmpty()) {
                scored.add(
                        new Scored(
                                alert.at("/talon/site/id").asText(),
                                at,
                                alert.at("/talon/model/version").asText(),
                                adaptor));
            }
        }
        return scored.stream().filter(wanted).min(Comparator.comparingLong(Scored::sent));
    }

    private void send() {
        for (String site : sites) {
            send(site, number.incrementAndGet());
        }
        producer.flush();
    }

    private void send(String site, int n) {
        String destination = "10.%d.%d.%d".formatted(20 + n / 62_500, n / 250 % 250, n % 250 + 1);
        FlowEvent flow =
                FlowEvent.newBuilder()
                        .setTenant(TENANT)
                        .setSite(site)
                        .setTs(Instant.now().minusSeconds(1).truncatedTo(ChronoUnit.MICROS))
                        .setUid("P" + n)
                        .setOrigH("10.1.0.5")
                        .setOrigP(51_000)
                        .setRespH(destination)
                        .setRespP(443)
                        .setProto("tcp")
                        .setService(List.of("ssl"))
                        .setDurationMicros(500_000L)
                        .setOrigBytes(1_000L)
                        .setRespBytes(800_000_000_000L)
                        .setConnState("OTH")
                        .setLocalOrig(true)
                        .setLocalResp(true)
                        .setHistory("ShADadFf")
                        .setOrigPkts(10L)
                        .setOrigIpBytes(1_500L)
                        .setRespPkts(700_000_000L)
                        .setRespIpBytes(900_000_000_000L)
                        .build();
        String key = TENANT + "|" + site + "|" + destination;
        sent.put(destination, System.nanoTime());
        producer.send(
                new ProducerRecord<>(
                        KafkaTopics.FLOWS,
                        key.getBytes(StandardCharsets.UTF_8),
                        wire.encode(flow)));
    }

    private static Properties settings(String kafka) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", kafka);
        settings.put("group.id", "outrageous-flows");
        settings.put("auto.offset.reset", "earliest");
        return settings;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        consumer.close();
        producer.close(Duration.ZERO);
    }
}
