// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.credential;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.talon.adaptor.Api;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CredentialTest {

    @Test
    void deniesWithoutACredential() {
        given().get("/api/v1/sites")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("ApiKey"))
                .body("remedy", containsString("Authorization: ApiKey"));
    }

    @Test
    void deniesAnUnknownKeyAndAnotherScheme() {
        Api.as("talon_0000").get("/api/v1/sites").then().statusCode(401);
        given().header("Authorization", "Bearer " + Api.newTenantKey())
                .get("/api/v1/sites")
                .then()
                .statusCode(401);
    }

    @Test
    void theAdminKeySeesNoTenantsSites() {
        Api.asAdmin().get("/api/v1/sites").then().statusCode(403);
    }

    @Test
    void onlyTheAdminMakesTenantsAndKeys() {
        String key = Api.newTenantKey();
        Api.as(key).body(Map.of("name", "mine")).post("/api/v1/tenants").then().statusCode(403);
        Api.as(key)
                .body(Map.of("name", "mine"))
                .post("/api/v1/tenants/tenant_1/keys")
                .then()
                .statusCode(403);
    }

    @Test
    void aTenantIsMadeOnceAndKeysNeedOne() {
        Api.asAdmin().body(Map.of("name", "once")).post("/api/v1/tenants").then().statusCode(201);
        Api.asAdmin()
                .body(Map.of("name", "once"))
                .post("/api/v1/tenants")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:talon:problem:tenant-exists"));
        Api.asAdmin()
                .body(Map.of("name", "me"))
                .post("/api/v1/tenants/nobody/keys")
                .then()
                .statusCode(404);
    }

    @Test
    void refusesNamesThatWouldMeanSomethingInAnIndexName() {
        for (String name : new String[] {"a-b", "*", "A", "_x", "a,b", "../x", ""}) {
            Api.asAdmin().body(Map.of("name", name)).post("/api/v1/tenants").then().statusCode(400);
        }
    }
}
