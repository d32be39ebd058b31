// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.talon.adaptor.Api;
import io.talon.adaptor.TestLogs;
import io.talon.adaptor.TestModel;
import io.talon.it.postgres.PostgresNode;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@QuarkusTest
@TestProfile(PostgresProfile.class)
@EnabledIf(
        value = "isInstalled",
        disabledReason = "no PostgreSQL in /usr/lib/postgresql: apt-get install postgresql")
class PostgresTest {
    private static final int RELEASES = 6;

    @Inject DataSource database;

    static boolean isInstalled() {
        return PostgresNode.isInstalled();
    }

    @Test
    void aSiteIsTaughtAndReleasedOnPostgresql() throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("PostgreSQL");
        }
        String key = Api.newTenantKey();
        Api.makeSite(key, "plant");
        Api.addFlows(key, "plant", true, TestLogs.requests("B", 120)).statusCode(200);
        Api.addFlows(key, "plant", false, TestLogs.scan("S", 30)).statusCode(200);
        Api.triplet(key, "plant", "B30", "B60", "S20").statusCode(201);
        Api.triplet(key, "plant", "B31", null, "S21").statusCode(201);
        String job =
                Api.as(key)
                        .body(Map.of("steps", 5))
                        .post("/api/v1/sites/plant/jobs")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("id");
        String jobPath = "/api/v1/sites/plant/jobs/" + job;
        await().atMost(Duration.ofMinutes(2))
                .until(() -> Api.as(key).get(jobPath).path("state"), "done"::equals);
        Api.as(key)
                .post("/api/v1/sites/plant/adaptors/1/promote")
                .then()
                .statusCode(200)
                .body("release", equalTo(1));
        Api.as(key).get("/api/v1/sites/plant/triplets?limit=1").then().body("triplets", hasSize(1));
        Api.as(key).get("/api/v1/audit/verify").then().body("intact", equalTo(true));
    }

    @Test
    void baseModelsAreReleasedAtOnceOnPostgresql() {
        String key = Api.newTenantKey();

        List<Integer> versions = TestModel.releasedAtOnce(RELEASES);

        assertThat(versions).doesNotHaveDuplicates().hasSize(RELEASES);
        Api.asAdmin()
                .queryParam("limit", 1)
                .get("/api/v1/models")
                .then()
                .statusCode(200)
                .body("models[0].base", equalTo(true))
                .body("models[0].version", equalTo(versions.get(RELEASES - 1)))
                .body("next", notNullValue());
        TestModel.release("%00").statusCode(404);
        Api.as(key).get("/api/v1/audit/verify").then().body("intact", equalTo(true));
        TestModel.releaseShipped();
    }

    @Test
    void theAuditCannotBeRewritten() throws SQLException {
        Api.makeSite(Api.newTenantKey(), "plant");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("update audit_entry set by_name = 'x'"))
                    .hasMessageContaining("append-only");
            assertThatThrownBy(() -> statement.execute("delete from audit_entry"))
                    .hasMessageContaining("append-only");
        }
    }
}
