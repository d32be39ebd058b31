// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.site;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.talon.adaptor.Api;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SiteResourceTest {

    @Test
    void aSiteIsMadeListedAndFound() {
        String key = Api.newTenantKey();
        Api.as(key)
                .body(Map.of("name", "plant-7", "alertBudget", 2.5))
                .post("/api/v1/sites")
                .then()
                .statusCode(201)
                .header("Location", endsWith("/api/v1/sites/plant-7"))
                .body("profile", equalTo("zeek-conn-v1"));
        Api.makeSite(key, "office");

        Api.as(key).get("/api/v1/sites").then().body("sites.name", contains("office", "plant-7"));
        Api.as(key).get("/api/v1/sites/plant-7").then().body("alertBudget", equalTo(2.5f));
    }

    @Test
    void aNameIsTakenOncePerTenant() {
        String key = Api.newTenantKey();
        Api.makeSite(key, "office");
        Api.as(key)
                .body(Map.of("name", "office"))
                .post("/api/v1/sites")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString("office"));
        Api.makeSite(Api.newTenantKey(), "office");
    }

    @Test
    void refusesWhatCannotBe() {
        String key = Api.newTenantKey();
        refused(key, Map.of("name", "a/b"), "name");
        refused(key, Map.of("name", "a", "alertBudget", -1), "alertBudget");
        refused(key, Map.of("name", "a", "profile", "netflow"), "netflow");
        refused(key, Map.of(), "name");
        Api.as(key).body("{\"name\": ").post("/api/v1/sites").then().statusCode(400);
    }

    private static void refused(String key, Map<String, Object> site, String named) {
        Api.as(key)
                .body(site)
                .post("/api/v1/sites")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(named));
    }
}
