// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The API as its clients use it. */
public final class Api {
    private static final String ADMIN_KEY = "test-admin-key";
    private static final AtomicInteger TENANTS = new AtomicInteger();

    private Api() {}

    /** A request with the key of a new tenant. */
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
}
