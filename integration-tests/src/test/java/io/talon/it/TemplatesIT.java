// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talon.dashboards.InstalledTemplate;
import io.talon.dashboards.InstalledTemplate.Outcome;
import io.talon.dashboards.TemplateInstaller;
import io.talon.dashboards.TemplateState;
import io.talon.local.part.Artefacts;
import io.talon.local.part.ElasticsearchPart;
import io.talon.local.part.Http;
import io.talon.local.part.PartContext;
import io.talon.local.process.Deadline;
import io.talon.local.process.Ports;
import io.talon.local.process.WorkFolder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The templates in a real Elasticsearch that lacks all optional modules. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TemplatesIT {
    private static final Artefacts BUILT =
            new Artefacts(Path.of("..").toAbsolutePath().normalize());

    @TempDir static Path folder;

    private static WorkFolder work;
    private static ElasticsearchPart elasticsearch;
    private static TemplateInstaller installer;

    private final Http http = new Http(Duration.ofSeconds(10));

    @BeforeAll
    static void startElasticsearch() throws Exception {
        work = WorkFolder.create(folder, false);
        elasticsearch = new ElasticsearchPart(new PartContext(BUILT, work, new Ports(), Map.of()));
        elasticsearch.start(Deadline.in(Duration.ofSeconds(90)));
        installer = new TemplateInstaller(URI.create(elasticsearch.address()), Optional.empty());
    }

    @AfterAll
    static void stopElasticsearch() throws Exception {
        elasticsearch.close();
        work.clear(Duration.ZERO);
    }

    @Test
    @Order(1)
    void firstInstallationCreatesAndNamesReplacedTypes() throws Exception {
        assertThat(installer.compare().values()).containsOnly(TemplateState.MISSING);

        List<InstalledTemplate> installed = installer.install();

        assertThat(installed).extracting(InstalledTemplate::outcome).containsOnly(Outcome.CREATED);
        assertThat(installed)
                .flatExtracting(InstalledTemplate::replacedTypes)
                .contains("constant_keyword", "match_only_text");
    }

    @Test
    @Order(2)
    void secondInstallationChangesNothing() throws Exception {
        assertThat(installer.install())
                .extracting(InstalledTemplate::outcome)
                .containsOnly(Outcome.UNCHANGED);
        assertThat(installer.compare().values()).containsOnly(TemplateState.SAME);
        assertThat(installer.rivals()).isEmpty();
    }

    @Test
    @Order(3)
    void anAnomalyFindsItsFieldTypesAndASecondCopyIsRefused() throws Exception {
        String anomaly =
                """
                {"@timestamp": "2026-11-23T18:04:59.000Z", "message": "Unusual sequence",
                 "data_stream": {"type": "logs", "dataset": "talon.anomaly", "namespace": "acme"},
                 "event": {"kind": "alert", "type": ["info"], "severity": 73, "risk_score": 87.4},
                 "source": {"ip": "10.0.4.17"}, "destination": {"ip": "203.0.113.9", "port": 443},
                 "talon": {"anomaly": {"probability": 1.2e-5},
                           "feature": {"resp_bytes": {"actual": 4.1e6, "contribution": 0.5}}}}
                """;
        String stream = "logs-talon.anomaly-acme";

        assertThat(create(stream, "one", anomaly)).isEqualTo(201);
        assertThat(create(stream, "one", anomaly)).isEqualTo(409);
        assertThat(create(stream, "two", anomaly.replace("203.0.113.9", "no address")))
                .isEqualTo(400);

        Map<String, String> types =
                Map.of(
                        "source.ip", "ip",
                        "destination.port", "long",
                        "event.type", "keyword",
                        "event.risk_score", "float",
                        "talon.anomaly.probability", "double");
        JsonNode caps = get("/" + stream + "/_field_caps?fields=*").path("fields");
        types.forEach((field, type) -> assertThat(caps.path(field).has(type)).as(field).isTrue());
        assertThat(caps.has("talon.feature.resp_bytes.actual")).isFalse();
        assertThat(get("/_cluster/health/" + stream).path("status").asText()).isEqualTo("green");
    }

    @Test
    @Order(4)
    void aTemplateChangedByHandIsRestored() throws Exception {
        JsonNode other = new ObjectMapper().readTree("{\"template\": {}, \"version\": 1}");
        send("PUT", "/_component_template/talon-settings", other.toString());

        assertThat(installer.install())
                .extracting(InstalledTemplate::outcome)
                .containsOnlyOnce(Outcome.UPDATED);
        assertThat(installer.compare().values()).containsOnly(TemplateState.SAME);
    }

    @Test
    @Order(5)
    void aRivalOfHigherPriorityIsNamed() throws Exception {
        send(
                "PUT",
                "/_index_template/greedy",
                "{\"index_patterns\": [\"logs-talon*\"], \"priority\": 900, \"data_stream\": {}}");

        assertThat(installer.rivals())
                .extracting("name", "ours")
                .contains(org.assertj.core.groups.Tuple.tuple("greedy", "logs-talon.anomaly"));
    }

    private int create(String stream, String id, String document) throws Exception {
        return send("PUT", "/" + stream + "/_create/" + id + "?refresh=true", document);
    }

    private JsonNode get(String path) throws Exception {
        return http.get(URI.create(elasticsearch.address() + path));
    }

    private int send(String method, String path, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(elasticsearch.address() + path))
                                .header("Content-Type", "application/json")
                                .method(method, BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }
}
