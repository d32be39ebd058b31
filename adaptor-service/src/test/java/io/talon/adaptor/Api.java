// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The API as its clients use it. */
public final class Api {
    /** Of whoever runs the service. */
    public static final String ADMIN_KEY = "test-admin-key";

    private static final AtomicInteger TENANTS = new AtomicInteger();

    private Api() {}

    /** The key of an admin of a new tenant. */
    public static String newTenantKey() {
        String tenant = "tenant_" + TENANTS.incrementAndGet();
        asAdmin().body(Map.of("name", tenant)).post("/api/v1/tenants").then().statusCode(201);
        return asAdmin()
                .body(Map.of("name", "test"))
                .post("/api/v1/tenants/" + tenant + "/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    /** Another key of the tenant of {@code adminKey}. */
    public static String newKey(String adminKey, String name, String role) {
        return as(adminKey)
                .body(Map.of("name", name, "role", role))
                .post("/api/v1/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    /** A request with a key. */
    public static RequestSpecification as(String key) {
        return given().header("Authorization", "ApiKey " + key).contentType("application/json");
    }

    /** A request of whoever runs the service. */
    public static RequestSpecification asAdmin() {
        return as(ADMIN_KEY);
    }

    /** Makes a site. */
    public static void makeSite(String key, String site) {
        as(key).body(Map.of("name", site)).post("/api/v1/sites").then().statusCode(201);
    }

    /** Uploads a log. */
    public static ValidatableResponse addFlows(
            String key, String site, boolean benign, String log) {
        return as(key).contentType("text/plain")
                .queryParam("benign", benign)
                .body(log)
                .post("/api/v1/sites/" + site + "/flows")
                .then();
    }

    /** Uploads an adaptor. */
    public static ValidatableResponse upload(String key, String site, byte[] file) {
        return as(key).contentType("application/octet-stream")
                .body(file)
                .post("/api/v1/sites/" + site + "/adaptors")
                .then();
    }

    /** Says a triplet; null parts are left out. */
    public static ValidatableResponse triplet(
            String key, String site, String anchor, String positive, String negative) {
        Map<String, String> said = new HashMap<>();
        said.put("anchor", anchor);
        said.put("positive", positive);
        said.put("negative", negative);
        return as(key).body(said).post("/api/v1/sites/" + site + "/triplets").then();
    }
}
