// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.browser;

import static org.awaitility.Awaitility.await;

import io.talon.adaptor.Api;
import io.talon.adaptor.TestLogs;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Sites of new tenants, made through the API; each answers with the tenant's admin key. */
final class Site {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Set<String> ENDED = Set.of("done", "failed", "cancelled");

    private static String taught;

    private Site() {}

    /** With declared-benign requests B0… and a scan S0…. */
    static String withFlows(String name) {
        String key = Api.newTenantKey();
        Api.makeSite(key, name);
        addFlows(key, name);
        return key;
    }

    /** {@code plant}, with five triplets too. */
    static String withTriplets() {
        String key = withFlows("plant");
        addTriplets(key);
        return key;
    }

    /**
     * {@code plant}, with a trained adaptor 1 too. The same for all who ask, for training takes
     * long: to be looked at, not to be changed.
     */
    static synchronized String taught() {
        if (taught == null) {
            String key = withTriplets();
            train(key);
            taught = key;
        }
        return taught;
    }

    /** Teaches a site {@code plant} that is there. */
    static void teach(String key) {
        addFlows(key, "plant");
        addTriplets(key);
        train(key);
    }

    private static void addFlows(String key, String name) {
        Api.addFlows(key, name, true, TestLogs.requests("B", 240)).statusCode(200);
        Api.addFlows(key, name, false, TestLogs.scan("S", 40)).statusCode(200);
    }

    private static void addTriplets(String key) {
        for (int i = 0; i < 5; i++) {
            Api.triplet(key, "plant", "B" + (30 + i), "B" + (60 + i), "S" + (10 + i))
                    .statusCode(201);
        }
    }

    private static void train(String key) {
        String job =
                Api.as(key)
                        .body(Map.of("steps", 1, "maxSeconds", 600))
                        .post("/api/v1/sites/plant/jobs")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("id");
        await().atMost(PATIENCE)
                .until(
                        () ->
                                Api.as(key)
                                        .get("/api/v1/sites/plant/jobs/" + job)
                                        .jsonPath()
                                        .getString("state"),
                        ENDED::contains);
    }
}
