// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.siem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.talon.dashboards.Checkup;
import io.talon.dashboards.Credentials;
import io.talon.dashboards.Finding;
import io.talon.dashboards.Installer;
import io.talon.dashboards.TenantAccess;
import io.talon.dashboards.TenantAccess.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may do what, on an Elasticsearch with security on. */
@Tag("long")
class TenantAccessIT {
    private static final String DOCUMENT = "{\"@timestamp\": \"2026-11-02T00:00:00Z\"}";

    private static RealElasticsearch elasticsearch;
    private static String installerKey;

    @BeforeAll
    static void startElasticsearch() throws Exception {
        elasticsearch = new Elasticsearch9(true);
        installerKey =
                key(
                        """
                        {"name": "installer", "role_descriptors": {"installer": {
                          "cluster": ["monitor", "manage_index_templates", "manage_ingest_pipelines", "manage_security"],
                          "index": [{"names": ["logs-talon.*", "metrics-talon.*"],
                                     "privileges": ["manage", "view_index_metadata", "read", "create_doc", "auto_configure"]}]}}}
                        """);
        Installer installer = new Installer(elasticsearch.url(), Credentials.apiKey(installerKey));
        installer.apply(installer.plan(false), false);
    }

    @AfterAll
    static void stopElasticsearch() {
        if (elasticsearch != null) {
            elasticsearch.close();
        }
    }

    @Test
    void aTenantsKeysReachItsOwnDataStreamsOnly() throws Exception {
        TenantAccess acme = access("acme");
        TenantAccess other = access("acme_two");
        String writer = acme.makeKey(Purpose.WRITER);
        String reader = acme.makeKey(Purpose.READER);
        String otherWriter = other.makeKey(Purpose.WRITER);

        assertThat(write(writer, "logs-talon.anomaly-acme")).isEqualTo(201);
        assertThat(write(writer, "metrics-talon.score-acme")).isEqualTo(201);
        assertThat(write(otherWriter, "logs-talon.anomaly-acme_two")).isEqualTo(201);
        for (String stream :
                List.of(
                        "logs-talon.anomaly-acme_two",
                        "logs-talon.anomaly-zeta",
                        "logs-zeek-acme")) {
            assertThat(write(writer, stream)).as(stream).isEqualTo(403);
        }
        assertThat(write(reader, "logs-talon.anomaly-acme")).isEqualTo(403);

        assertThat(hits(reader, "logs-talon.*")).as("a wildcard finds its own only").isEqualTo(1);
        assertThat(search(reader, "logs-talon.anomaly-acme_two").status()).isEqualTo(403);
        assertThat(search(writer, "logs-talon.anomaly-acme").status()).isEqualTo(403);
        assertThat(send(reader, "DELETE", "/logs-talon.anomaly-acme", "").status()).isEqualTo(403);
    }

    @Test
    void makingAccessAgainFindsWhatIsThere() throws Exception {
        TenantAccess access = access("again");
        access.putRole(Purpose.READER);
        assertThat(access.hasKey(Purpose.READER)).isFalse();
        access.makeKey(Purpose.READER);
        access.putRole(Purpose.READER);
        assertThat(access.hasKey(Purpose.READER)).isTrue();
        assertThat(access.hasKey(Purpose.WRITER)).isFalse();
    }

    @Test
    void noApiKeyCanMakeOthersAndTheRefusalSaysSo() {
        TenantAccess access =
                new TenantAccess(elasticsearch.url(), Credentials.apiKey(installerKey), "derived");
        assertThatThrownBy(() -> access.makeKey(Purpose.READER))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("derived api keys");
    }

    @Test
    void aMissingPrivilegeIsNamed() throws Exception {
        String weak =
                key(
                        """
                        {"name": "weak", "role_descriptors": {"weak": {"cluster": ["monitor", "read_pipeline"],
                          "index": [{"names": ["logs-talon.*"], "privileges": ["view_index_metadata"]}]}}}
                        """);
        assertThat(new Checkup(elasticsearch.url(), Credentials.apiKey(weak)).run())
                .extracting(Finding::what)
                .contains(
                        "the API key lacks the privilege manage_index_templates",
                        "the API key lacks the privilege manage on logs-talon.*");
        assertThat(
                        new Installer(elasticsearch.url(), Credentials.apiKey(weak))
                                .plan(false)
                                .hasErrors())
                .as("the installer sees it before it begins")
                .isTrue();

        String noPipelines =
                key(
                        """
                        {"name": "weaker", "role_descriptors": {"weaker": {"cluster": ["monitor", "manage_index_templates", "read_pipeline"],
                          "index": [{"names": ["logs-talon.*", "metrics-talon.*"], "privileges": ["manage"]}]}}}
                        """);
        assertThat(new Checkup(elasticsearch.url(), Credentials.apiKey(noPipelines)).run())
                .extracting(Finding::what)
                .containsExactly("the API key lacks the privilege manage_ingest_pipelines");
    }

    @Test
    void whoLacksAPrivilegeHearsItFromTheCommandsAndNothingIsInstalled(@TempDir Path folder)
            throws Exception {
        String weak =
                key(
                        """
                        {"name": "reader", "role_descriptors": {"reader": {"cluster": ["monitor", "read_pipeline"],
                          "index": [{"names": ["logs-talon.*"], "privileges": ["view_index_metadata"]}]}}}
                        """);
        Path file = Files.writeString(folder.resolve("key"), weak);
        JsonNode before = elasticsearch.get("/_component_template/talon*");
        new Operator(elasticsearch.url(), Optional.of(file))
                .assertBothSay(
                        "the API key lacks the privilege manage_index_templates",
                        "docs/how-to/connect-elasticsearch.md");
        assertThat(elasticsearch.get("/_component_template/talon*")).isEqualTo(before);
    }

    @Test
    void aWrongKeyIsNamed() {
        assertThatThrownBy(
                        () ->
                                new Checkup(elasticsearch.url(), Credentials.apiKey("bm86a2V5"))
                                        .run())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("401")
                .hasMessageContaining("API key");
    }

    private static TenantAccess access(String tenant) {
        return new TenantAccess(elasticsearch.url(), elasticsearch.administrator(), tenant);
    }

    private static String key(String request) throws Exception {
        return elasticsearch
                .send("POST", "/_security/api_key", request)
                .ok()
                .json()
                .path("encoded")
                .asText();
    }

    private static int write(String key, String stream) throws Exception {
        return send(key, "POST", "/" + stream + "/_doc?refresh=true", DOCUMENT).status();
    }

    private static long hits(String key, String index) throws Exception {
        JsonNode answer = search(key, index).ok().json();
        return answer.at("/hits/total/value").asLong();
    }

    private static RealElasticsearch.Answer search(String key, String index) throws Exception {
        return send(key, "POST", "/" + index + "/_search", "{}");
    }

    private static RealElasticsearch.Answer send(
            String key, String method, String path, String body) throws Exception {
        return elasticsearch.send(method, path, body, Optional.of("ApiKey " + key));
    }
}
