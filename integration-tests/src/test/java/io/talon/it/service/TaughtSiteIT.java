// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.talon.it.service.SimulatedLog.Line;
import io.talon.local.part.Artefacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A simulated site is taught twice from the same flows and triplets, by the service and by {@code
 * talon adapt}; both are as good, with the site's memory of who talks to whom.
 */
@Tag("long")
class TaughtSiteIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int TRIPLETS = 5;

    @TempDir Path folder;

    private ServiceProcess service;
    private SimulatedLog log;

    /** AUROC of attacks against benign flows, and the shares of both that are called anomalous. */
    private record Figures(double auroc, double found, double alarms) {}

    @Test
    void theServiceTeachesAsWellAsTheCommandLine() throws Exception {
        Artefacts built = new Artefacts(ROOT);
        log = SimulatedLog.of(built, "sensors", folder);
        Path adapted = adapt(built);
        try (ServiceProcess started =
                new ServiceProcess(folder, "-Dkafka.bootstrap.servers=127.0.0.1:1")) {
            service = started;
            service.start();
            site("base");
            site("taught");
            teach();
            site("adapted");
            flows("adapted", true, log.benign());
            upload(adapted);
            Figures base = figures("base");
            Figures byService = figures("taught");
            Figures byHand = figures("adapted");
            System.err.printf("base %s%nservice %s%ntalon adapt %s%n", base, byService, byHand);
            assertThat(byService.auroc()).isGreaterThan(base.auroc());
            assertThat(byService.auroc()).isGreaterThan(byHand.auroc() - 0.02);
            assertThat(byService.found()).isGreaterThan(byHand.found() - 0.1);
            assertThat(byService.alarms()).isLessThan(byHand.alarms() + 0.02);
        }
    }

    private Path adapt(Artefacts built) throws Exception {
        Path benign = Files.writeString(folder.resolve("benign.log"), text(log.benign()));
        Path attacks = Files.writeString(folder.resolve("attacks.log"), text(log.attacks()));
        ArrayNode triplets = JSON.createArrayNode();
        for (int i = 0; i < TRIPLETS; i++) {
            triplets.addObject()
                    .put("anchor", ordinary(i).uid())
                    .put("positive", ordinary(TRIPLETS + i).uid())
                    .put("negative", negative(i).uid());
        }
        Path said = Files.writeString(folder.resolve("triplets.json"), triplets.toString());
        Path out = folder.resolve("site.talon");
        SimulatedLog.run(
                folder,
                "adapt",
                ROOT.resolve("ctal-vae/target/classes") + ":" + built.trainingClassPath(),
                "io.talon.ctalvae.cli.ModelMain",
                List.of(
                        "adapt",
                        "--flows",
                        attacks.toString(),
                        benign.toString(),
                        "--triplets",
                        said.toString(),
                        "--calibrate",
                        benign.toString(),
                        "--out",
                        out.toString()));
        return out;
    }

    private void teach() throws Exception {
        flows("taught", true, log.benign());
        flows("taught", false, log.attacks());
        for (int i = 0; i < TRIPLETS; i++) {
            String triplet =
                    JSON.createObjectNode()
                            .put("anchor", ordinary(i).uid())
                            .put("positive", ordinary(TRIPLETS + i).uid())
                            .put("negative", negative(i).uid())
                            .toString();
            ok(service.post("/sites/taught/triplets", triplet));
        }
        JsonNode job = ok(service.post("/sites/taught/jobs", "{\"maxSeconds\":600}"));
        String path = "/sites/taught/jobs/" + job.path("id").asText();
        await().atMost(PATIENCE).until(() -> ended(service.get(path).json()));
        assertThat(service.get(path).json().path("verdict").asText())
                .as(service.get("/sites/taught/adaptors/1/report-card").json().toString())
                .isIn("pass", "warn");
        ok(service.post("/sites/taught/adaptors/1/promote", "{}"));
    }

    private void upload(Path adapted) throws Exception {
        ok(service.upload("/sites/adapted/adaptors", Files.readAllBytes(adapted)));
        ok(service.post("/sites/adapted/adaptors/1/promote", "{}"));
    }

    private Figures figures(String site) throws Exception {
        flows(site, false, log.tried());
        List<Double> benign = new ArrayList<>();
        List<Double> attacks = new ArrayList<>();
        int found = 0;
        int alarms = 0;
        for (Line line : log.tried()) {
            JsonNode one = ok(service.get("/sites/" + site + "/sequences/" + line.uid()));
            boolean anomalous = one.path("anomalous").asBoolean();
            if (line.attack().isEmpty()) {
                benign.add(one.path("error").asDouble());
                alarms += anomalous ? 1 : 0;
            } else {
                attacks.add(one.path("error").asDouble());
                found += anomalous ? 1 : 0;
            }
        }
        return new Figures(
                auroc(benign, attacks),
                (double) found / attacks.size(),
                (double) alarms / benign.size());
    }

    private static double auroc(List<Double> benign, List<Double> attacks) {
        double wins = 0;
        for (double attack : attacks) {
            for (double ordinary : benign) {
                wins += attack > ordinary ? 1 : attack == ordinary ? 0.5 : 0;
            }
        }
        return wins / ((double) benign.size() * attacks.size());
    }

    private Line ordinary(int number) {
        return log.benign().get((number + 1) * log.benign().size() / (2 * TRIPLETS + 2));
    }

    private Line negative(int number) {
        List<Line> all = log.negatives(TRIPLETS);
        return all.get(number % all.size());
    }

    private void site(String name) throws Exception {
        ok(service.post("/sites", "{\"name\":\"" + name + "\"}"));
    }

    private void flows(String site, boolean benign, List<Line> lines) throws Exception {
        String path = "/sites/" + site + "/flows?benign=" + benign;
        JsonNode report = ok(service.send("POST", path, text(lines), "text/plain"));
        assertThat(report.path("rejected").asInt()).isZero();
        assertThat(report.path("dropped").asInt()).isZero();
    }

    private static String text(List<Line> lines) {
        return SimulatedLog.text(lines);
    }

    private static boolean ended(JsonNode job) {
        assertThat(job.path("state").asText()).as(job.toString()).isIn("queued", "running", "done");
        return job.path("state").asText().equals("done");
    }

    private static JsonNode ok(ServiceProcess.Answer answer) {
        assertThat(answer.status()).as(answer.json().toString()).isBetween(200, 202);
        return answer.json();
    }
}
