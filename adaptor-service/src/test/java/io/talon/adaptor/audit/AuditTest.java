// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.audit;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.talon.adaptor.Api;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditTest {
    @Inject DataSource database;

    private String key;
    private String tenant;

    @BeforeEach
    void doSomething() {
        key = Api.newTenantKey();
        tenant = Api.as(key).get("/api/v1/me").jsonPath().getString("tenant");
        Api.makeSite(key, "plant");
        Api.as(key).delete("/api/v1/sites/plant/adaptors/active").then().statusCode(200);
    }

    @Test
    void deedsAndRefusalsStandInTheAuditAndTheChainHolds() {
        Api.as(key).body(Map.of("name", "../x")).post("/api/v1/sites").then().statusCode(400);

        Api.as(key)
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .body(
                        "entries.action",
                        hasItems("tenant.create", "key.create", "site.create", "adaptor.retire"))
                .body("entries.findAll { it.outcome == 'refused' }.object", hasItem("api/v1/sites"))
                .body("entries[0].outcome", equalTo("refused"));
        verify().body("intact", equalTo(true)).body("entries", greaterThan(3));
    }

    @Test
    void aChangedEntryIsFound() throws SQLException {
        update("update audit_entry set by_name = 'somebody else' where tenant = ? and seq = 3");

        verify().body("intact", equalTo(false)).body("brokenAt", equalTo(3));
    }

    @Test
    void aRemovedEntryIsFoundAlsoTheLast() throws SQLException {
        update("delete from audit_entry where tenant = ? and seq = 4");
        verify().body("intact", equalTo(false)).body("brokenAt", equalTo(4));
    }

    @Test
    void theAuditIsTheAdminsAlone() {
        String approver = Api.newKey(key, "bob", "approver");

        Api.as(approver).get("/api/v1/audit").then().statusCode(403);
    }

    @Test
    void itIsReadInPages() {
        JsonPath first = Api.as(key).get("/api/v1/audit?limit=2").jsonPath();
        JsonPath second =
                Api.as(key)
                        .queryParam("cursor", first.getString("next"))
                        .get("/api/v1/audit?limit=2")
                        .jsonPath();
        org.assertj.core.api.Assertions.assertThat(second.getInt("entries[0].seq"))
                .isEqualTo(first.getInt("entries[1].seq") - 1);
    }

    private io.restassured.response.ValidatableResponse verify() {
        return Api.as(key).get("/api/v1/audit/verify").then().statusCode(200);
    }

    private void update(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, tenant);
            update.executeUpdate();
        }
    }
}
