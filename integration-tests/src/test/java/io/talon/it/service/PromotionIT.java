// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.talon.dashboards.TemplateInstaller;
import io.talon.it.service.OutrageousFlows.Scored;
import io.talon.local.demo.JobClient;
import io.talon.local.part.Artefacts;
import io.talon.local.part.ElasticsearchPart;
import io.talon.local.part.FlinkPart;
import io.talon.local.part.Http;
import io.talon.local.part.KafkaPart;
import io.talon.local.part.KafkaTopics;
import io.talon.local.part.Part;
import io.talon.local.part.PartContext;
import io.talon.local.process.Deadline;
import io.talon.local.process.Ports;
import io.talon.local.process.WorkFolder;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From a promotion, or the release of a base model, to the first flow that the running job scores
 * with it.
 */
@Tag("long")
class PromotionIT {
    private static final double MOST_SECONDS = 2;
    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path folder;

    private final Artefacts built = new Artefacts(Path.of("..").toAbsolutePath().normalize());
    private WorkFolder work;
    private ElasticsearchPart elasticsearch;
    private KafkaPart kafka;
    private FlinkPart flink;
    private ServiceProcess service;
    private String job;

    private record Measured(Scored scored, double seconds) {}

    @BeforeEach
    void start() throws Exception {
        work = WorkFolder.create(folder, false);
        PartContext context = new PartContext(built, work, new Ports(), Map.of());
        elasticsearch = new ElasticsearchPart(context);
        kafka = new KafkaPart(context);
        flink = new FlinkPart(context);
        service = new ServiceProcess(folder, "-Dkafka.bootstrap.servers=" + kafka.address());
        for (Part part : List.of(elasticsearch, kafka, flink)) {
            part.start(Deadline.in(START));
        }
        new TemplateInstaller(URI.create(elasticsearch.address()), Optional.empty()).install();
        try (KafkaTopics topics = new KafkaTopics(kafka.address())) {
            topics.createAll(1);
        }
        OutrageousFlows.createAlertTopic(kafka.address());
        service.start();
        addPlant();
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : List.of(service, flink, kafka, elasticsearch)) {
            each.close();
        }
        work.clear(Duration.ZERO);
    }

    @Test
    void thePromotedAdaptorScoresTheNextFlow() throws Exception {
        teach(1);
        teach(2);
        try (OutrageousFlows flows = flowsOf("plant")) {
            String generic = flows.first(flow -> true, 0, PATIENCE).adaptor();
            Measured first = promote(flows, 1, Set.of(generic));
            Measured again = promote(flows, 2, Set.of(generic, first.scored().adaptor()));

            System.err.printf(
                    "promoted to scoring: %.2f s, a second promotion %.2f s%n",
                    first.seconds(), again.seconds());
            assertThat(first.seconds()).isLessThan(MOST_SECONDS);
            assertThat(again.seconds()).isLessThan(MOST_SECONDS);
        }
    }

    @Test
    void theReleasedModelScoresTheNextFlowOfSitesWithoutAnAdaptorAndOutlivesATaskManager()
            throws Exception {
        ok(service.post("/sites", "{\"name\":\"bare\"}"));
        teach(1);
        try (OutrageousFlows flows = flowsOf("plant", "bare")) {
            String shipped = flows.first(of("bare"), 0, PATIENCE).model();
            String generic = flows.first(of("plant"), 0, PATIENCE).adaptor();
            promote(flows, 1, Set.of(generic));
            Measured released = release(flows, "", train(), Set.of(shipped));
            String model = released.scored().model();
            System.err.printf("released to scoring: %.2f s%n", released.seconds());
            assertThat(released.seconds()).isLessThan(MOST_SECONDS);
            assertThat(next(flows, "plant").model())
                    .as("of an adaptor that was made for the shipped model")
                    .isEqualTo(shipped);

            awaitCheckpoint(); // from an earlier one it would read the release again, and flows too
            killTaskManager();
            assertThat(next(flows, "bare").model()).isEqualTo(model);
            assertThat(next(flows, "plant").model()).isEqualTo(shipped);

            teach(2);
            promote(flows, 2, Set.of(generic, next(flows, "plant").adaptor()));
            assertThat(next(flows, "plant").model())
                    .as("of an adaptor that was taught once the model was released")
                    .isEqualTo(model);

            Measured back = release(flows, "/" + shippedHash() + "/release", null, Set.of(model));
            assertThat(back.scored().model()).isEqualTo(shipped);
            assertThat(next(flows, "plant").model()).isEqualTo(model);
        }
    }

    private static Predicate<Scored> of(String site) {
        return flow -> flow.site().equals(site);
    }

    /** What scores a site from now on. */
    private static Scored next(OutrageousFlows flows, String site) {
        return flows.first(of(site), System.nanoTime(), START);
    }

    /** A model of somebody's own, from a few flows. */
    private byte[] train() throws Exception {
        Path log = Files.writeString(folder.resolve("own.log"), Logs.requests(300));
        Path out = folder.resolve("own.talon");
        SimulatedLog.run(
                folder,
                "train",
                Path.of("..").resolve("ctal-vae/target/classes").toAbsolutePath().normalize()
                        + ":"
                        + built.trainingClassPath(),
                "io.talon.ctalvae.cli.ModelMain",
                List.of(
                        "train",
                        "--flows",
                        log.toString(),
                        "--steps",
                        "30",
                        "--engine",
                        "FUSED",
                        "--out",
                        out.toString()));
        return Files.readAllBytes(out);
    }

    /** From the answer to a release until a flow of the bare site was sent that it scored. */
    private Measured release(OutrageousFlows flows, String path, byte[] file, Set<String> before)
            throws Exception {
        ok(service.operate("/models" + path, file));
        long released = System.nanoTime();
        Scored scored =
                flows.first(of("bare").and(flow -> !before.contains(flow.model())), 0, PATIENCE);
        return new Measured(scored, (scored.sent() - released) / 1e9);
    }

    /**
     * From the answer to a promotion until a flow was sent that the new adaptor scored.
     *
     * @param before every adaptor that scored flows of the site so far
     */
    private Measured promote(OutrageousFlows flows, int version, Set<String> before)
            throws Exception {
        ok(service.post("/sites/plant/adaptors/" + version + "/promote", "{}"));
        long promoted = System.nanoTime();
        Scored scored =
                flows.first(of("plant").and(flow -> !before.contains(flow.adaptor())), 0, PATIENCE);
        return new Measured(scored, (scored.sent() - promoted) / 1e9);
    }

    private String shippedHash() throws Exception {
        for (JsonNode model : ok(service.operator("/models")).path("models")) {
            if (model.path("shipped").asBoolean()) {
                return model.path("sha256").asText();
            }
        }
        throw new AssertionError("the shipped model is not among the models");
    }

    private void awaitCheckpoint() {
        long now = System.currentTimeMillis();
        URI checkpoints = URI.create(flink.address() + "/jobs/" + job + "/checkpoints");
        Http http = new Http(Duration.ofSeconds(5));
        await().atMost(PATIENCE)
                .until(
                        () ->
                                http.get(checkpoints)
                                                .at("/latest/completed/trigger_timestamp")
                                                .asLong()
                                        > now);
    }

    private void killTaskManager() throws Exception {
        flink.running().stream()
                .filter(process -> process.name().contains("taskmanager"))
                .map(process -> ProcessHandle.of(process.pid()).orElseThrow())
                .forEach(ProcessHandle::destroyForcibly);
        await().until(() -> flink.ended().isPresent());
        flink.start(Deadline.in(START));
    }

    private OutrageousFlows flowsOf(String... sites) throws Exception {
        job =
                new JobClient(flink.address())
                        .submit(
                                built.jobJar(),
                                List.of(
                                        "--kafka.bootstrap",
                                        kafka.address(),
                                        "--elasticsearch.urls",
                                        elasticsearch.address(),
                                        "--topic.alerts",
                                        OutrageousFlows.ALERTS,
                                        "--control.trusted-keys",
                                        folder.resolve("data/release-key.pem.pub").toString()));
        return new OutrageousFlows(kafka.address(), sites);
    }

    private void addPlant() throws Exception {
        ok(service.post("/sites", "{\"name\":\"plant\"}"));
        String flows = "/sites/plant/flows?benign=";
        ok(service.send("POST", flows + true, Logs.requests(200), "text/plain"));
        ok(service.send("POST", flows + false, Logs.scan(40), "text/plain"));
        ok(
                service.post(
                        "/sites/plant/triplets",
                        "{\"anchor\":\"B40\",\"positive\":\"B43\",\"negative\":\"S20\"}"));
    }

    private void teach(int seed) throws Exception {
        String body = "{\"steps\":10,\"maxSeconds\":600,\"seed\":" + seed + "}";
        String id = ok(service.post("/sites/plant/jobs", body)).path("id").asText();
        await().atMost(START).until(() -> ended(service.get("/sites/plant/jobs/" + id)));
    }

    private static boolean ended(ServiceProcess.Answer job) {
        String state = job.json().path("state").asText();
        assertThat(state).as(job.json().toString()).isIn("queued", "running", "done");
        return state.equals("done");
    }

    private static JsonNode ok(ServiceProcess.Answer answer) {
        assertThat(answer.status()).as(answer.json().toString()).isBetween(200, 202);
        return answer.json();
    }
}
