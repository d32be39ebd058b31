// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talon.control.v1.Suppression;
import io.talon.it.service.ControlTopic;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;

/**
 * Somebody who makes suppressions without a pause, at one replica of the service after the other
 * and at the next one when one does not answer, as a load balancer would. None of them meets a
 * flow.
 */
final class ServiceLoad implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long EVERY_MILLIS = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final List<String> urls;
    private final String kafka;
    private final String key;
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();
    private final Set<String> acknowledged = Collections.synchronizedSet(new TreeSet<>());
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    private ServiceLoad(List<String> urls, String kafka, String adminKey)
            throws IOException, InterruptedException {
        this.urls = urls;
        this.kafka = kafka;
        String tenants = urls.get(0) + "/api/v1/tenants";
        ok(send("POST", tenants, adminKey, "{\"name\": \"acme\"}"));
        key =
                ok(send(
                                "POST",
                                tenants + "/acme/keys",
                                adminKey,
                                "{\"name\": \"load\", \"role\": \"admin\"}"))
                        .path("key")
                        .asText();
    }

    /** Makes the tenant whose flows are sent, a key for it, and begins. */
    static ServiceLoad start(ServiceReplicas replicas, String kafka, Secrets secrets)
            throws IOException, InterruptedException {
        ServiceLoad load = new ServiceLoad(replicas.urls(), kafka, secrets.read("admin-key"));
        load.clock.scheduleWithFixedDelay(load::askOnce, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return load;
    }

    private void askOnce() {
        long number = asked.incrementAndGet();
        String body =
                "{\"reason\": \"number %d\", \"destinationCidr\": \"198.18.%d.%d/32\"}"
                        .formatted(number, number / 250 % 250, number % 250);
        for (int attempt = 0; attempt < urls.size(); attempt++) {
            String url = urls.get((int) ((number + attempt) % urls.size()));
            try {
                HttpResponse<String> answer = send("POST", url + "/api/v1/suppressions", key, body);
                if (answer.statusCode() == 201) {
                    acknowledged.add(JSON.readTree(answer.body()).path("id").asText());
                    return;
                }
            } catch (IOException e) {
                // It is just being restarted: the next one is asked.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        unanswered.incrementAndGet();
    }

    /** How often no replica took a suppression. */
    long unanswered() {
        return unanswered.get();
    }

    /** Waits until more suppressions were taken than at this moment. */
    void awaitProgress() {
        int before = acknowledged.size();
        Awaitility.await("the service goes on")
                .atMost(PATIENCE)
                .until(() -> acknowledged.size() > before + urls.size());
    }

    /** Every suppression that was acknowledged is in the database and in Kafka; the audit holds. */
    void assertNothingIsLost() throws Exception {
        close();
        assertThat(acknowledged).isNotEmpty();
        for (String url : urls) {
            assertThat(listed(url)).as("listed by " + url).containsAll(acknowledged);
            assertThat(
                            ok(send("GET", url + "/api/v1/audit/verify", key, ""))
                                    .path("intact")
                                    .asBoolean())
                    .isTrue();
        }
        Set<String> listed = listed(urls.get(0));
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            Set<String> sent = new HashSet<>();
                            for (Suppression each : ControlTopic.suppressions(kafka)) {
                                sent.add(each.getId());
                            }
                            assertThat(sent).as("what is in Kafka").isEqualTo(listed);
                        });
    }

    private Set<String> listed(String url) throws IOException, InterruptedException {
        Set<String> ids = new HashSet<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page =
                    ok(send("GET", url + "/api/v1/suppressions?limit=100" + cursor, key, ""));
            page.path("suppressions").forEach(each -> ids.add(each.path("id").asText()));
            cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : null;
        }
        return ids;
    }

    private HttpResponse<String> send(String method, String url, String as, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(Duration.ofSeconds(20))
                        .header("Authorization", "ApiKey " + as)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode ok(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return JSON.readTree(answer.body());
    }

    /** Makes no more. */
    @Override
    public void close() {
        clock.shutdown();
        try {
            clock.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
