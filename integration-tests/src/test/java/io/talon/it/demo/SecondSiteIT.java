// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talon.it.node.Chromium;
import io.talon.local.part.KafkaTopics;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The tutorial of the second site, with its own commands: a new site of the running demo is taught
 * by five triplets; then its benign traffic stays within its budget, and its attacks are found.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecondSiteIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration HEALTHY = Duration.ofMinutes(6);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    /** What is in Elasticsearch can be found when it next refreshes. */
    private static final Duration SEARCHABLE = Duration.ofSeconds(30);

    private static final int BUDGET = 10;
    private static final int TRIPLETS = 5;
    private static final String OFFICE = "office";

    @TempDir static Path folder;

    private DemoProcess demo;
    private JsonNode addresses;
    private Tutorial tutorial;

    @BeforeAll
    void startDemo() throws Exception {
        demo = DemoProcess.start(folder, "--format", "json");
        await().atMost(HEALTHY).until(() -> !demo.isAlive() || demo.printed().endsWith("\n"));
        assertThat(demo.isAlive()).as(demo.said()).isTrue();
        addresses = JSON.readTree(demo.printed());
        tutorial = Tutorial.read("second-site");
    }

    @AfterAll
    void stopDemo() throws Exception {
        if (demo != null) {
            demo.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, talon site add", "1, api POST /sites"})
    void aTaughtSiteKeepsToItsBudgetAndItsAttacksAreFound(int tenant, String way) throws Exception {
        JsonNode who = addresses.path("tenants").get(tenant);
        Path place = Files.createDirectory(folder.resolve("way" + tenant));
        long begun = System.nanoTime();
        run(
                place,
                who,
                OFFICE,
                tutorial.block("--out sites"),
                tutorial.block("--out calm"),
                tutorial.block(way),
                tutorial.block("--out later"));
        assertThatItFindsItsAttacksWithinItsBudget(way, place, who, OFFICE, begun);
    }

    @Test
    void soDoesOneThatIsTaughtByThePageAlone() throws Exception {
        String site = "annex";
        JsonNode who = addresses.path("tenants").get(0);
        Path place = Files.createDirectory(folder.resolve(site));
        long begun = System.nanoTime();
        run(place, who, site, tutorial.block("--out sites"), tutorial.block("--out calm"));
        try (Chromium chromium = Chromium.start()) {
            new PageWalk(chromium.newPage(PATIENCE), addresses.path("service").asText())
                    .signIn(who.path("key").asText())
                    .add(site, BUDGET)
                    .teach(place.resolve("calm/office/conn.log"), TRIPLETS)
                    .train()
                    .promote();
        }
        run(place, who, site, tutorial.line("ago()"), tutorial.block("--out later"));
        assertThatItFindsItsAttacksWithinItsBudget("page", place, who, site, begun);
    }

    /** Runs commands of the tutorial, for a tenant and a site of any name. */
    private void run(Path place, JsonNode who, String site, String... blocks) throws Exception {
        String script =
                String.join(
                        "\n",
                        "export TALON_BUILD=never TALON_KEY=" + who.path("key").asText(),
                        "export TALON_URL=" + addresses.path("service").asText(),
                        "export KAFKA=" + addresses.path("kafka").asText(),
                        String.join("\n", blocks));
        Tutorial.run(
                place,
                script.replace("--tenant demo", "--tenant " + who.path("name").asText())
                        .replace("--site office", "--site " + site)
                        .replace("site show office", "site show " + site),
                TEN_MINUTES);
    }

    private void assertThatItFindsItsAttacksWithinItsBudget(
            String way, Path place, JsonNode who, String site, long begun) throws Exception {
        awaitAllScored();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(TEN_MINUTES);
        Attacks attacks = Attacks.read(place.resolve("later/truth.json"));
        String tenant = who.path("name").asText();
        await().atMost(SEARCHABLE).untilAsserted(() -> assertNoneIsMissed(attacks, tenant, site));
        List<JsonNode> taught = taught(alertsOf(tenant, site));
        List<JsonNode> benign = taught.stream().filter(alert -> !attacks.explain(alert)).toList();
        System.err.printf(
                "%s: %d alerts of the taught %s, %d of them on benign traffic (budget %d a day)%n",
                way, taught.size(), site, benign.size(), BUDGET);
        assertThat(benign).as("alerts on benign traffic").hasSizeLessThanOrEqualTo(BUDGET);
    }

    private void assertNoneIsMissed(Attacks attacks, String tenant, String site) throws Exception {
        List<JsonNode> alerts = alertsOf(tenant, site);
        assertThat(attacks.missedBy(taught(alerts)))
                .as(
                        "attacks without an alert; those there are: %s",
                        alerts.stream().map(SecondSiteIT::maturity).toList())
                .isEmpty();
    }

    private static List<JsonNode> taught(List<JsonNode> alerts) {
        return alerts.stream().filter(alert -> maturity(alert).equals("adapted")).toList();
    }

    /** What is committed is also in Elasticsearch: both happen at a checkpoint. */
    private void awaitAllScored() throws Exception {
        try (KafkaTopics topics = KafkaTopics.impatient(addresses.path("kafka").asText())) {
            await().atMost(PATIENCE)
                    .until(
                            () ->
                                    topics.committed("talon", KafkaTopics.FLOWS)
                                            >= topics.written(KafkaTopics.FLOWS));
        }
    }

    private List<JsonNode> alertsOf(String tenant, String site) throws Exception {
        return new IndexedAnomalies(URI.create(addresses.path("elasticsearch").asText()))
                .documents(
                        "organization.id:"
                                + tenant
                                + " AND labels.site:"
                                + site
                                + " AND event.kind:alert"
                                + " AND rule.id:talon.sequence_anomaly");
    }

    private static String maturity(JsonNode alert) {
        return alert.at("/talon/adaptor/maturity").asText();
    }

    /** The attacks of a simulated log: the uids of each. */
    private record Attacks(List<Set<String>> uids) {
        static Attacks read(Path truth) throws Exception {
            List<Set<String>> all = new ArrayList<>();
            for (JsonNode episode : JSON.readTree(truth.toFile()).at("/sites/0/episodes")) {
                Set<String> uids = new HashSet<>();
                episode.path("uids").forEach(uid -> uids.add(uid.asText()));
                all.add(uids);
            }
            assertThat(all).isNotEmpty();
            return new Attacks(all);
        }

        boolean explain(JsonNode alert) {
            return uids.stream().anyMatch(attack -> shares(attack, alert));
        }

        List<Set<String>> missedBy(List<JsonNode> alerts) {
            return uids.stream()
                    .filter(attack -> alerts.stream().noneMatch(alert -> shares(attack, alert)))
                    .toList();
        }

        private static boolean shares(Set<String> attack, JsonNode alert) {
            for (String uids : List.of("/talon/sequence/uids", "/talon/alert/uids")) {
                for (JsonNode uid : alert.at(uids)) {
                    if (attack.contains(uid.asText())) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
