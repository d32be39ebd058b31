// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.training;

import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.talon.adaptor.Api;
import io.talon.adaptor.TestLogs;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** The way of a site from its first log to an adaptor, as a client goes it. */
final class Teaching {
    static final String SITE = "plant";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Set<String> ENDED = Set.of("done", "failed", "cancelled");

    private final String key;

    Teaching(String key) {
        this.key = key;
    }

    /** A site with declared-benign requests B0…, a scan S0… and five triplets of both. */
    static Teaching prepared() {
        Teaching teaching = new Teaching(Api.newTenantKey());
        teaching.logs();
        for (int i = 0; i < 5; i++) {
            Api.triplet(teaching.key, SITE, "B" + (30 + i), "B" + (60 + i), "S" + (10 + i))
                    .statusCode(201);
        }
        return teaching;
    }

    /** Only the site and its logs. */
    void logs() {
        Api.makeSite(key, SITE);
        Api.addFlows(key, SITE, true, TestLogs.requests("B", 240)).statusCode(200);
        Api.addFlows(key, SITE, false, TestLogs.scan("S", 40)).statusCode(200);
    }

    String key() {
        return key;
    }

    /** Starts a job of few steps, so that tests are quick. */
    String start(Map<String, Object> wanted) {
        return Api.as(key)
                .body(wanted)
                .post("/api/v1/sites/" + SITE + "/jobs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    JsonPath ended(String job) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> job(job), view -> ENDED.contains(view.getString("state")));
    }

    JsonPath job(String job) {
        return Api.as(key).get("/api/v1/sites/" + SITE + "/jobs/" + job).jsonPath();
    }

    JsonPath card(int version) {
        return Api.as(key)
                .get("/api/v1/sites/" + SITE + "/adaptors/" + version + "/report-card")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
