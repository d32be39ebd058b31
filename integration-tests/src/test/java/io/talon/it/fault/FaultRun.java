// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.talon.deadletter.v1.DeadLetter;
import io.talon.flow.v1.FlowEvent;
import io.talon.local.part.KafkaTopics;
import io.talon.schema.wire.RecordWire;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.jar.JarFile;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A job of a test's own, with topics and a tenant of its own, and what came of its flows. */
final class FaultRun {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int PARTITIONS = 2;

    /** Steps of alerts that the flows alone decide, whatever the pace of event time. */
    private static final Set<String> DECIDED = Set.of("opened", "escalated", "updated");

    private final Deployment deployment;
    private final String tenant;
    private final Index index;
    private final RecordWire<FlowEvent> wire = RecordWire.of(FlowEvent.class);
    private String job;
    private final AtomicLong sent = new AtomicLong();

    FaultRun(Deployment deployment, String tenant) throws Exception {
        this(deployment, tenant, deployment.elasticsearch.address());
    }

    /** Looks for what came of the flows in another server than the deployment's own. */
    FaultRun(Deployment deployment, String tenant, String indexed) throws Exception {
        this.deployment = deployment;
        this.tenant = tenant;
        this.index = new Index(indexed, tenant);
        try (Admin admin = Admin.create(kafka())) {
            short replicas = 1;
            admin.createTopics(
                            List.of(
                                    new NewTopic(topic("flows"), PARTITIONS, replicas),
                                    new NewTopic(topic("control"), 1, replicas),
                                    new NewTopic(topic("dead"), 1, replicas),
                                    new NewTopic(topic("reference"), 1, replicas)))
                    .all()
                    .get();
        }
    }

    String topic(String what) {
        return tenant + "." + what;
    }

    String tenant() {
        return tenant;
    }

    Index index() {
        return index;
    }

    /** Starts the job, with further options. */
    FaultRun submit(String elasticsearch, String... options) throws Exception {
        job = submitAs(tenant, elasticsearch, options);
        return this;
    }

    /**
     * Reads all once more as a historical run, once the live one has ended, and waits for its end.
     */
    void runHistorical() throws Exception {
        cancel(job);
        String historical =
                submitAs(tenant, deployment.elasticsearch.address(), "--run.mode", "historical");
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> deployment.jobs.state(historical).equals("FINISHED"));
    }

    /** Starts the job of another build, with this build's model: another one says other things. */
    FaultRun submitOf(Path jar) throws Exception {
        job = deployment.jobs.submit(jar, withShippedModel());
        return this;
    }

    /** Stops the job with a savepoint, and goes on from it with this build's. */
    void upgrade(int parallelism) throws Exception {
        String savepoint = new Savepoint(deployment, job).take();
        job =
                deployment.jobs.resume(
                        Deployment.BUILT.jobJar(), withShippedModel(), savepoint, parallelism);
    }

    private List<String> withShippedModel() throws IOException {
        Path model = deployment.folder.resolve("base.talon");
        try (JarFile jar = new JarFile(Deployment.BUILT.jobJar().toFile());
                InputStream file =
                        jar.getInputStream(jar.getEntry("io/talon/ctalvae/base.talon"))) {
            Files.write(model, file.readAllBytes());
        }
        return arguments(tenant, deployment.elasticsearch.address(), "--model", model.toString());
    }

    private String submitAs(String group, String elasticsearch, String... options)
            throws Exception {
        return deployment.jobs.submit(
                Deployment.BUILT.jobJar(), arguments(group, elasticsearch, options));
    }

    private List<String> arguments(String group, String elasticsearch, String... options) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--kafka.bootstrap",
                                deployment.kafka.address(),
                                "--kafka.group",
                                group,
                                "--topic.flows",
                                topic("flows"),
                                "--topic.control",
                                topic("control"),
                                "--topic.dead-letters",
                                topic("dead"),
                                "--elasticsearch.urls",
                                elasticsearch,
                                "--alerts.per-day",
                                "1000000",
                                "--checkpoint.interval",
                                "1 s"));
        arguments.addAll(List.of(options));
        return arguments;
    }

    /** Sends flows, so many a second; 0 for as fast as it goes. */
    void send(List<FlowEvent> flows, int perSecond) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (FlowEvent flow : flows) {
            String key = flow.getTenant() + "|" + flow.getSite() + "|" + flow.getRespH();
            records.add(
                    new ProducerRecord<>(
                            topic("flows"),
                            key.getBytes(StandardCharsets.UTF_8),
                            wire.encode(flow)));
        }
        sendAll(records, perSecond);
        sent.addAndGet(flows.size());
    }

    /** Sends records to the topic of flows that are none. */
    void sendGarbage(List<ProducerRecord<byte[], byte[]>> garbage) {
        sendAll(garbage, 0);
        sent.addAndGet(garbage.size());
    }

    /** Sends records as they are. */
    void sendAll(List<ProducerRecord<byte[], byte[]>> records, int perSecond) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        kafka(), new ByteArraySerializer(), new ByteArraySerializer())) {
            Pace pace = new Pace(perSecond);
            AtomicReference<Exception> failure = new AtomicReference<>();
            for (ProducerRecord<byte[], byte[]> record : records) {
                pace.next();
                producer.send(record, (written, e) -> failure.compareAndSet(null, e));
            }
            producer.flush();
            assertThat(failure).as("not every record was sent").hasNullValue();
        }
    }

    /** Waits until the job has read and checkpointed every record. */
    void awaitAllRead() throws Exception {
        awaitRead(tenant);
    }

    private void awaitRead(String group) throws Exception {
        try (KafkaTopics topics = new KafkaTopics(deployment.kafka.address())) {
            long all = topics.written(topic("flows"));
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(300))
                    .ignoreExceptions()
                    .until(() -> topics.committed(group, topic("flows")) >= all);
        }
    }

    /**
     * Lets event time pass, and holds the counts against what was sent.
     *
     * @param dead dead letters of flows that are expected
     */
    void assertEveryFlowIsAccountedFor(long dead) throws Exception {
        long flows = sent.get();
        send(FaultFlows.clock(tenant), 0);
        awaitAllRead();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> {
                            Map<String, Long> totals = index.totals();
                            totals.remove("clock");
                            long scored = totals.values().stream().mapToLong(Long::longValue).sum();
                            assertThat(scored + index.deadFlows())
                                    .as("scored %s, dead %d", totals, index.deadFlows())
                                    .isEqualTo(flows);
                        });
        assertThat(index.deadFlows()).isEqualTo(dead);
    }

    /**
     * Reads the same flows once more with a new job that nothing happens to, and compares: the
     * alerts in the index are exactly those.
     */
    void assertNoAlertIsLostOrDoubled() throws Exception {
        assertNoAlertIsLostOrDoubledBut(Set.of());
    }

    /** As the other, where the index refused these documents. */
    void assertNoAlertIsLostOrDoubledBut(Set<String> refused) throws Exception {
        cancel(job);
        Set<String> indexed = index.alertIds(DECIDED);
        String reference =
                submitAs(
                        tenant + "-reference",
                        deployment.elasticsearch.address(),
                        "--topic.alerts",
                        topic("reference"));
        awaitRead(tenant + "-reference");
        cancel(reference);
        Set<String> expected = referenceIds();
        assertThat(expected.removeAll(refused)).isEqualTo(!refused.isEmpty());
        assertThat(expected).isNotEmpty().isEqualTo(indexed);
        assertThat(index.alertIds(DECIDED)).isEqualTo(indexed);
    }

    private Set<String> referenceIds() {
        Set<String> ids = new HashSet<>();
        for (ConsumerRecord<byte[], byte[]> record : records("reference")) {
            if (DECIDED.contains(Index.stepOf(record.value()))) {
                ids.add(
                        new String(
                                record.headers().lastHeader("id").value(), StandardCharsets.UTF_8));
            }
        }
        return ids;
    }

    /** Ids of documents whose dead letters are in Kafka. */
    Set<String> refusedInTopic() throws Exception {
        RecordWire<DeadLetter> letters = RecordWire.of(DeadLetter.class);
        Set<String> ids = new HashSet<>();
        for (ConsumerRecord<byte[], byte[]> record : records("dead")) {
            DeadLetter letter = letters.decode(record.value());
            if (letter.getStage().equals("index")) {
                ids.add(letter.getDocumentId());
            }
        }
        return ids;
    }

    /** All records of a topic of one partition. */
    private List<ConsumerRecord<byte[], byte[]>> records(String what) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        kafka(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(topic(what), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
            }
        }
        return records;
    }

    void cancel() throws Exception {
        cancel(job);
    }

    private void cancel(String id) throws Exception {
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create(deployment.flink.address() + "/jobs/" + id))
                                .method("PATCH", HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> deployment.jobs.state(id).equals("CANCELED"));
    }

    long restarts() throws Exception {
        return deployment.jobs.restarts(job);
    }

    /** Destinations that were forgotten because their tenant had too many, since the last start. */
    long evicted() throws Exception {
        return deployment.jobs.sum(job, "evictedDestinations");
    }

    /** Flows that were remembered and not scored, since the job was last started. */
    long skipped() throws Exception {
        return deployment.jobs.sum(job, "skippedFlows");
    }

    private Map<String, Object> kafka() {
        Map<String, Object> properties = new TreeMap<>();
        properties.put("bootstrap.servers", deployment.kafka.address());
        properties.put("enable.idempotence", "true");
        properties.put("delivery.timeout.ms", "120000");
        return properties;
    }
}
