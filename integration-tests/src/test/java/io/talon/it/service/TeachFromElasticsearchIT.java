// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.dashboards.TemplateInstaller;
import io.talon.local.part.Artefacts;
import io.talon.local.part.ElasticsearchPart;
import io.talon.local.part.PartContext;
import io.talon.local.process.Deadline;
import io.talon.local.process.Ports;
import io.talon.local.process.WorkFolder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the job writes into a real Elasticsearch, the service shows, marks and learns from. */
@Tag("long")
class TeachFromElasticsearchIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FLOWS = 3;
    private static final String BENIGN = "a".repeat(64);
    private static final String TRUE = "b".repeat(64);
    private static final String EXPECTED = "c".repeat(64);
    private static final String CLOSED = "d".repeat(64);

    @TempDir Path folder;

    private URI elasticsearch;
    private ServiceProcess service;
    private String profile;

    @Test
    void anomaliesAreShownMarkedAndLearntFrom() throws Exception {
        WorkFolder work = WorkFolder.create(folder, false);
        PartContext context =
                new PartContext(
                        new Artefacts(Path.of("..").toAbsolutePath().normalize()),
                        work,
                        new Ports(),
                        Map.of());
        try (ElasticsearchPart part = new ElasticsearchPart(context)) {
            part.start(Deadline.in(Duration.ofSeconds(120)));
            elasticsearch = URI.create(part.address());
            new TemplateInstaller(elasticsearch, Optional.empty()).install();
            try (ServiceProcess started =
                    new ServiceProcess(
                            folder,
                            "-Dkafka.bootstrap.servers=127.0.0.1:1",
                            "-Dtalon.elasticsearch.urls=" + elasticsearch)) {
                service = started;
                service.start();
                run();
            }
        } finally {
            work.clear(Duration.ZERO);
        }
    }

    private void run() throws Exception {
        assertThat(service.post("/sites", "{\"name\":\"plant\"}").status()).isEqualTo(201);
        int width = width();
        index("logs-talon.anomaly-acme", anomaly(BENIGN, "acme", "plant", 80, width));
        index("logs-talon.anomaly-acme", anomaly(TRUE, "acme", "plant", 95, width));
        index("logs-talon.anomaly-acme", anomaly(EXPECTED, "acme", "plant", 60, width));
        index("logs-talon.anomaly-acme", anomaly(CLOSED, "acme", "plant", 70, width));
        index("logs-talon.anomaly-other", anomaly("e".repeat(64), "other", "plant", 99, width));
        index("talon.feedback", feedback("acme", CLOSED, "false_positive"));
        index("talon.feedback", feedback("other", "e".repeat(64), "false_positive"));

        JsonNode all = service.get("/sites/plant/anomalies").json().path("anomalies");
        assertThat(all).hasSize(4);
        assertThat(service.get("/sites/plant/anomalies?minScore=90").json().path("anomalies"))
                .hasSize(1);
        assertThat(service.get("/sites/plant/anomalies/" + "e".repeat(64)).status()).isEqualTo(404);
        JsonNode first = service.get("/sites/plant/anomalies?limit=3").json();
        assertThat(
                        service.get(
                                        "/sites/plant/anomalies?limit=3&cursor="
                                                + first.path("next").asText())
                                .json()
                                .path("anomalies"))
                .hasSize(1);
        JsonNode rates = service.get("/alert-rates?days=2").json().path("sites").get(0);
        assertThat(rates.path("alerts").get(1).asInt() + rates.path("alerts").get(0).asInt())
                .isEqualTo(4);

        JsonNode candidates = service.get("/sites/plant/candidates?kind=anomalous").json();
        assertThat(candidates.path("elasticsearch").asText()).isEqualTo("used");
        assertThat(candidates.path("candidates")).hasSize(4);
        assertThat(candidates.at("/candidates/0/flows")).hasSize(FLOWS);

        marksBecomeTripletsAndSuppressions();
        feedbackBecomesProposals();
    }

    private void marksBecomeTripletsAndSuppressions() throws Exception {
        assertThat(mark(TRUE, "{\"verdict\":\"true\"}").status()).isEqualTo(422);
        JsonNode benign = mark(BENIGN, "{\"verdict\":\"benign\",\"note\":\"backup\"}").json();
        assertThat(benign.path("triplet").asText()).isNotEmpty();
        assertThat(mark(BENIGN, "{\"verdict\":\"true\"}").status()).isEqualTo(409);
        Instant until = Instant.now().plus(1, ChronoUnit.DAYS);
        assertThat(
                        mark(EXPECTED, "{\"verdict\":\"expected\",\"until\":\"" + until + "\"}")
                                .json()
                                .path("suppression")
                                .asText())
                .isNotEmpty();
        assertThat(service.get("/suppressions").json().at("/suppressions/0/sourceCidr").asText())
                .isEqualTo("10.0.0.5/32");
        assertThat(
                        service.send(
                                        "POST",
                                        "/sites/plant/flows?benign=true",
                                        Logs.requests(60),
                                        "text/plain")
                                .status())
                .isEqualTo(200);
        assertThat(mark(TRUE, "{\"verdict\":\"true\"}").status()).isEqualTo(200);
        assertThat(
                        service.get("/sites/plant/anomalies/" + TRUE)
                                .json()
                                .at("/mark/verdict")
                                .asText())
                .isEqualTo("true");
    }

    private void feedbackBecomesProposals() throws Exception {
        JsonNode report = service.post("/feedback/collect", "{}").json();
        assertThat(report.path("read").asInt()).isEqualTo(1);
        assertThat(report.path("proposed").asInt()).isEqualTo(1);
        assertThat(service.post("/feedback/collect", "{}").json().path("known").asInt())
                .isEqualTo(1);
        JsonNode proposed =
                service.get("/sites/plant/triplets?state=proposed").json().path("triplets");
        assertThat(proposed).hasSize(1);
        assertThat(proposed.get(0).path("origin").asText()).isEqualTo("feedback");
        String id = proposed.get(0).path("id").asText();
        assertThat(
                        service.post("/sites/plant/triplets/" + id + "/accept", "{}")
                                .json()
                                .path("state")
                                .asText())
                .isEqualTo("accepted");
    }

    private ServiceProcess.Answer mark(String anomaly, String body) throws Exception {
        return service.send(
                "PUT", "/sites/plant/anomalies/" + anomaly + "/mark", body, "application/json");
    }

    /** Features per flow of the base model, as an explanation counts them. */
    private int width() throws Exception {
        service.post("/sites", "{\"name\":\"width\"}");
        service.send("POST", "/sites/width/flows", Logs.scan(2), "text/plain");
        JsonNode one = service.get("/sites/width/sequences/S1").json();
        profile = service.get("/sites/plant").json().path("profile").asText();
        return one.path("features").size();
    }

    private ObjectNode anomaly(String id, String tenant, String site, double score, int width) {
        Instant now = Instant.now().minusSeconds(60);
        ObjectNode root = JSON.createObjectNode().put("@timestamp", now.toString());
        root.put("message", "Unusual sequence");
        root.putObject("event")
                .put("kind", "alert")
                .put("id", id)
                .put("severity", 73)
                .put("start", now.minusSeconds(30).toString())
                .put("end", now.toString());
        root.putObject("source").put("ip", "10.0.0.5");
        root.putObject("destination").put("ip", "203.0.113.9").put("port", 443);
        root.putObject("network").put("transport", "tcp");
        root.putObject("organization").put("id", tenant);
        root.putObject("labels").put("site", site);
        ObjectNode talon = root.putObject("talon");
        talon.putObject("anomaly").put("record_score", score).put("probability", 1e-4);
        ObjectNode sequence = talon.putObject("sequence").put("profile", profile);
        ArrayNode uids = sequence.putArray("uids");
        ByteBuffer values =
                ByteBuffer.allocate(FLOWS * width * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < FLOWS; i++) {
            uids.add("C" + id.charAt(0) + i);
            for (int f = 0; f < width; f++) {
                values.putFloat(f % 3 == 0 ? Float.NaN : (float) (f % 5 + score / 50));
            }
        }
        sequence.put("values", Base64.getEncoder().encodeToString(values.array()));
        return root;
    }

    private static ObjectNode feedback(String tenant, String anomaly, String verdict) {
        ObjectNode root = JSON.createObjectNode().put("@timestamp", Instant.now().toString());
        root.putObject("organization").put("id", tenant);
        root.putObject("labels").put("site", "plant");
        root.putObject("talon")
                .putObject("feedback")
                .put("anomaly", anomaly)
                .put("verdict", verdict);
        return root;
    }

    private void index(String index, ObjectNode document) throws Exception {
        if (index.equals("talon.feedback")) {
            put(
                    "/talon.feedback",
                    "{\"mappings\":{\"properties\":{\"organization.id\":{\"type\":\"keyword\"}}}}");
        }
        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(
                                request("/" + index + "/_doc?refresh=true&op_type=create")
                                        .POST(
                                                HttpRequest.BodyPublishers.ofString(
                                                        document.toString()))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private void put(String path, String body) throws Exception {
        HttpClient.newHttpClient()
                .send(
                        request(path).PUT(HttpRequest.BodyPublishers.ofString(body)).build(),
                        HttpResponse.BodyHandlers.discarding());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(elasticsearch + path))
                .header("Content-Type", "application/json");
    }
}
