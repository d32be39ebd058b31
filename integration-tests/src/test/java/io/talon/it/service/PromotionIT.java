// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talon.dashboards.TemplateInstaller;
import io.talon.flow.v1.FlowEvent;
import io.talon.local.demo.JobClient;
import io.talon.local.part.Artefacts;
import io.talon.local.part.ElasticsearchPart;
import io.talon.local.part.FlinkPart;
import io.talon.local.part.KafkaPart;
import io.talon.local.part.KafkaTopics;
import io.talon.local.part.Part;
import io.talon.local.part.PartContext;
import io.talon.local.process.Deadline;
import io.talon.local.process.Ports;
import io.talon.local.process.WorkFolder;
import io.talon.schema.wire.RecordWire;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From a promotion to the first flow that the running job scores with the new adaptor. A flow a
 * tenth of a second arrives, each outrageous and at a destination of its own, so that each raises
 * an alert that names the adaptor.
 */
@Tag("long")
class PromotionIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double MOST_SECONDS = 2;
    private static final long EVERY_MILLIS = 100;
    private static final String ALERTS = "talon.alerts";
    private static final String TENANT = "acme";
    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration FIRST_SCORE = Duration.ofSeconds(60);

    @TempDir Path folder;

    /** When a flow was sent, in nanoseconds of this process, by its destination. */
    private final Map<String, Long> sent = new ConcurrentHashMap<>();

    /** The adaptor that scored a flow, by its destination. */
    private final Map<String, String> scoredBy = new ConcurrentHashMap<>();

    private final AtomicInteger number = new AtomicInteger();

    @Test
    void thePromotedAdaptorScoresTheNextFlow() throws Exception {
        WorkFolder work = WorkFolder.create(folder, false);
        Artefacts built = new Artefacts(Path.of("..").toAbsolutePath().normalize());
        PartContext context = new PartContext(built, work, new Ports(), Map.of());
        try (ElasticsearchPart elasticsearch = new ElasticsearchPart(context);
                KafkaPart kafka = new KafkaPart(context);
                FlinkPart flink = new FlinkPart(context);
                ServiceProcess service =
                        new ServiceProcess(
                                folder, "-Dkafka.bootstrap.servers=" + kafka.address())) {
            for (Part part : List.of(elasticsearch, kafka, flink)) {
                part.start(Deadline.in(START));
            }
            new TemplateInstaller(URI.create(elasticsearch.address()), Optional.empty()).install();
            try (KafkaTopics topics = new KafkaTopics(kafka.address())) {
                topics.createAll(1);
            }
            service.start();
            taught(service);
            createAlertTopic(kafka.address());
            JobClient cluster = new JobClient(flink.address());
            String job =
                    cluster.submit(
                            built.jobJar(),
                            List.of(
                                    "--kafka.bootstrap",
                                    kafka.address(),
                                    "--elasticsearch.urls",
                                    elasticsearch.address(),
                                    "--topic.alerts",
                                    ALERTS,
                                    "--control.trusted-keys",
                                    folder.resolve("data/release-key.pem.pub").toString()));
            measure(service, kafka.address(), () -> cluster.restarts(job) > 0);
        } finally {
            work.clear(Duration.ZERO);
        }
    }

    /** The brokers make no topic by themselves, and the job waits a minute for one to come. */
    private static void createAlertTopic(String kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(new NewTopic(ALERTS, 1, (short) 1))).all().get();
        }
    }

    private void measure(ServiceProcess service, String kafka, Callable<Boolean> failed)
            throws Exception {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try (KafkaProducer<byte[], byte[]> producer = producer(kafka);
                KafkaConsumer<byte[], byte[]> consumer = consumer(kafka)) {
            clock.scheduleAtFixedRate(() -> send(producer), 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
            consumer.subscribe(List.of(ALERTS));
            await().atMost(FIRST_SCORE)
                    .failFast("the job failed and was started again", failed)
                    .until(
                            () -> {
                                read(consumer);
                                return !scoredBy.isEmpty();
                            });
            double first = seconds(service, consumer, "1");
            double again = seconds(service, consumer, "2");
            System.err.printf(
                    "promoted to scoring: %.2f s, a second promotion %.2f s%n", first, again);
            assertThat(first).isLessThan(MOST_SECONDS);
            assertThat(again).isLessThan(MOST_SECONDS);
        } finally {
            clock.shutdownNow();
        }
    }

    /** From the answer to a promotion until a flow was sent that the new adaptor scored. */
    private double seconds(
            ServiceProcess service, KafkaConsumer<byte[], byte[]> consumer, String version)
            throws Exception {
        Set<String> before = Set.copyOf(scoredBy.values());
        ok(service.post("/sites/plant/adaptors/" + version + "/promote", "{}"));
        long promoted = System.nanoTime();
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> {
                            read(consumer);
                            return !before.containsAll(scoredBy.values());
                        });
        long scored =
                scoredBy.entrySet().stream()
                        .filter(e -> !before.contains(e.getValue()))
                        .mapToLong(e -> sent.get(e.getKey()))
                        .min()
                        .orElseThrow();
        return (scored - promoted) / 1e9;
    }

    private void read(KafkaConsumer<byte[], byte[]> consumer) throws Exception {
        for (var record : consumer.poll(Duration.ofMillis(50))) {
            JsonNode alert = JSON.readTree(record.value());
            String destination = alert.at("/destination/ip").asText();
            String adaptor = alert.at("/talon/adaptor/version").asText();
            // That the budget is used up, for example, is said of no flow and by no adaptor.
            if (sent.containsKey(destination) && !adaptor.isEmpty()) {
                scoredBy.putIfAbsent(destination, adaptor);
            }
        }
    }

    private void send(KafkaProducer<byte[], byte[]> producer) {
        int n = number.incrementAndGet();
        String destination = "10.%d.%d.%d".formatted(20 + n / 62_500, n / 250 % 250, n % 250 + 1);
        Instant ts = Instant.now().minusSeconds(1).truncatedTo(ChronoUnit.MICROS);
        FlowEvent flow =
                FlowEvent.newBuilder()
                        .setTenant(TENANT)
                        .setSite("plant")
                        .setTs(ts)
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
        String key = TENANT + "|plant|" + destination;
        sent.put(destination, System.nanoTime());
        producer.send(
                new ProducerRecord<>(
                        KafkaTopics.FLOWS,
                        key.getBytes(StandardCharsets.UTF_8),
                        RecordWire.of(FlowEvent.class).encode(flow)));
        producer.flush();
    }

    private static void taught(ServiceProcess service) throws Exception {
        ok(service.post("/sites", "{\"name\":\"plant\"}"));
        String flows = "/sites/plant/flows?benign=";
        ok(service.send("POST", flows + true, Logs.requests(200), "text/plain"));
        ok(service.send("POST", flows + false, Logs.scan(40), "text/plain"));
        ok(
                service.post(
                        "/sites/plant/triplets",
                        "{\"anchor\":\"B40\",\"positive\":\"B43\",\"negative\":\"S20\"}"));
        for (int seed = 1; seed <= 2; seed++) {
            String body = "{\"steps\":10,\"maxSeconds\":600,\"seed\":" + seed + "}";
            String id = ok(service.post("/sites/plant/jobs", body)).path("id").asText();
            await().atMost(START).until(() -> ended(service.get("/sites/plant/jobs/" + id)));
        }
    }

    private static boolean ended(ServiceProcess.Answer job) {
        String state = job.json().path("state").asText();
        assertThat(state).as(job.json().toString()).isIn("queued", "running", "done");
        return state.equals("done");
    }

    private static KafkaProducer<byte[], byte[]> producer(String kafka) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", kafka);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String kafka) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", kafka);
        settings.put("group.id", "promotion");
        settings.put("auto.offset.reset", "earliest");
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static JsonNode ok(ServiceProcess.Answer answer) {
        assertThat(answer.status()).as(answer.json().toString()).isBetween(200, 202);
        return answer.json();
    }
}
