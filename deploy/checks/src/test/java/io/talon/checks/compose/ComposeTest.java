// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.checks.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules of the Compose file that its schema cannot know. */
class ComposeTest {
    private static final Map<String, JsonNode> SERVICES = ComposeFile.services();

    @Test
    void everyPartThatTheIssueNamesIsThere() {
        assertThat(SERVICES)
                .containsKeys(
                        "kafka",
                        "registry",
                        "elasticsearch",
                        "kibana",
                        "jobmanager",
                        "taskmanager",
                        "postgres",
                        "service",
                        "install-elasticsearch",
                        "install-kibana");
    }

    @Test
    void everyServiceHasLimits() {
        SERVICES.forEach(
                (name, service) -> {
                    JsonNode limits = service.at("/deploy/resources/limits");
                    assertThat(limits.path("memory").asText()).as(name).matches("[0-9]+[MG]");
                    assertThat(limits.path("cpus").asText()).as(name).isNotEmpty();
                });
    }

    @Test
    void whatStaysHasAHealthCheckAndWhatRunsOnceHasNone() {
        SERVICES.forEach(
                (name, service) ->
                        assertThat(service.has("healthcheck"))
                                .as(name)
                                .isNotEqualTo(ComposeFile.isOnce(service)));
    }

    @Test
    void everyoneWaitsForHealthOrForTheEnd() {
        SERVICES.forEach(
                (name, service) ->
                        service.path("depends_on")
                                .properties()
                                .forEach(
                                        on -> {
                                            JsonNode other = SERVICES.get(on.getKey());
                                            assertThat(other)
                                                    .as(name + " → " + on.getKey())
                                                    .isNotNull();
                                            assertThat(on.getValue().path("condition").asText())
                                                    .as(name + " → " + on.getKey())
                                                    .isEqualTo(
                                                            ComposeFile.isOnce(other)
                                                                    ? "service_completed_successfully"
                                                                    : "service_healthy");
                                        }));
    }

    @Test
    void nobodyWaitsForHimself() {
        for (String start : SERVICES.keySet()) {
            Set<String> reached = new HashSet<>();
            Deque<String> open = new ArrayDeque<>(dependencies(start));
            while (!open.isEmpty()) {
                String next = open.pop();
                if (reached.add(next)) {
                    open.addAll(dependencies(next));
                }
            }
            assertThat(reached).doesNotContain(start);
        }
    }

    @Test
    void whoReadsSecretsWaitsUntilTheyAreMade() {
        SERVICES.forEach(
                (name, service) -> {
                    boolean reads =
                            ComposeFile.strings(service.path("volumes")).stream()
                                    .anyMatch(volume -> volume.startsWith("secrets:/run"));
                    if (reads) {
                        Set<String> all = new HashSet<>();
                        Deque<String> open = new ArrayDeque<>(dependencies(name));
                        while (!open.isEmpty()) {
                            String next = open.pop();
                            if (all.add(next)) {
                                open.addAll(dependencies(next));
                            }
                        }
                        assertThat(all).as(name).contains("secrets");
                    }
                });
    }

    @Test
    void portsArePublishedOnLoopbackAlone() {
        SERVICES.forEach(
                (name, service) ->
                        assertThat(ComposeFile.strings(service.path("ports")))
                                .as(name)
                                .allMatch(port -> port.startsWith("127.0.0.1:")));
    }

    @Test
    void noSecretStandsInTheFile() {
        SERVICES.forEach(
                (name, service) ->
                        service.path("environment")
                                .properties()
                                .forEach(
                                        variable -> {
                                            if (variable.getKey()
                                                    .matches(".*(PASSWORD|_KEY|TOKEN|SECRET).*")) {
                                                assertThat(variable.getValue().asText())
                                                        .as(name + " " + variable.getKey())
                                                        .startsWith("/run/secrets/talon");
                                            }
                                        }));
    }

    @Test
    void everyContainerDropsItsCapabilities() {
        SERVICES.forEach(
                (name, service) -> {
                    assertThat(ComposeFile.strings(service.path("security_opt")))
                            .as(name)
                            .contains("no-new-privileges:true");
                    // PostgreSQL's image changes to its user itself, and needs rights for that.
                    if (!name.equals("postgres")) {
                        assertThat(ComposeFile.strings(service.path("cap_drop")))
                                .as(name)
                                .containsExactly("ALL");
                    }
                });
    }

    @Test
    void everyMountedFileOfTheCheckoutIsThere() {
        SERVICES.forEach(
                (name, service) ->
                        ComposeFile.strings(service.path("volumes")).stream()
                                .filter(volume -> volume.startsWith("./"))
                                .map(volume -> volume.split(":")[0])
                                .forEach(
                                        file ->
                                                assertThat(
                                                                Files.isRegularFile(
                                                                        ComposeFile.FOLDER.resolve(
                                                                                file)))
                                                        .as(name + " " + file)
                                                        .isTrue()));
    }

    @Test
    void everyNamedVolumeIsDeclared() {
        JsonNode declared = ComposeFile.read().path("volumes");
        SERVICES.forEach(
                (name, service) ->
                        ComposeFile.strings(service.path("volumes")).stream()
                                .filter(volume -> !volume.startsWith("."))
                                .forEach(
                                        volume ->
                                                assertThat(declared.has(volume.split(":")[0]))
                                                        .as(volume)
                                                        .isTrue()));
    }

    private static Set<String> dependencies(String service) {
        Set<String> names = new HashSet<>();
        SERVICES.get(service).path("depends_on").fieldNames().forEachRemaining(names::add);
        return names;
    }
}
