// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.talon.adaptor.Api;
import io.talon.adaptor.TestAdaptor;
import io.talon.adaptor.TestModel;
import io.talon.ctalvae.feature.FeatureProfiles;
import io.talon.ctalvae.model.SiteModel;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ModelReleaseTest {
    private static final String MODELS = "/api/v1/models";
    private static final String SHIPPED = SiteModel.base().modelSha256();
    private static final int CLIENTS = 8;

    @Inject DataSource database;
    @Inject KnownModels models;

    @AfterEach
    void asUsual() {
        TestModel.releaseShipped();
    }

    @Test
    void theShippedModelIsTheBaseAsLongAsNoneWasReleased() throws SQLException {
        forgetAll();

        Api.asAdmin()
                .get(MODELS)
                .then()
                .statusCode(200)
                .body("models.findAll { it.base }.sha256", equalTo(List.of(SHIPPED)))
                .body("models.findAll { it.shipped }.sha256", equalTo(List.of(SHIPPED)))
                .body("models.findAll { it.containsKey('version') }.size()", equalTo(0));
        assertThat(models.base()).isSameAs(SiteModel.base());
    }

    @Test
    void theModelOfAFileBecomesTheBaseAndHeadsTheList() {
        byte[] file = TestModel.file("new");
        SiteModel model = TestModel.of(file);

        TestModel.release(file)
                .statusCode(200)
                .body("sha256", equalTo(model.modelSha256()))
                .body("label", equalTo(model.modelVersion()))
                .body("profile", equalTo("zeek-conn-v1"))
                .body("releasedBy", equalTo("operator"))
                .body("base", equalTo(true))
                .body("shipped", equalTo(false));

        JsonPath list = Api.asAdmin().get(MODELS).jsonPath();
        assertThat(list.getString("models[0].sha256")).isEqualTo(model.modelSha256());
        assertThat(list.getList("models.findAll { it.base }")).hasSize(1);
        assertThat(list.getList("models.sha256", String.class)).contains(SHIPPED);
        assertThat(models.base().modelSha256()).isEqualTo(model.modelSha256());
    }

    @Test
    void aKnownModelIsReleasedAgainUnderTheNextVersion() {
        byte[] file = TestModel.file("again");
        String sha256 = TestModel.of(file).modelSha256();
        int first = TestModel.release(file).statusCode(200).extract().path("version");

        TestModel.release(SHIPPED).statusCode(200).body("version", equalTo(first + 1));
        assertThat(models.base()).isSameAs(SiteModel.base());
        TestModel.release(sha256)
                .statusCode(200)
                .body("version", equalTo(first + 2))
                .body("base", equalTo(true));
        TestModel.release(file).statusCode(200).body("version", equalTo(first + 3));

        Api.asAdmin()
                .get(MODELS)
                .then()
                .body("models.sha256.findAll { it == '" + sha256 + "' }.size()", equalTo(1))
                .body("models[0].version", equalTo(first + 3));
    }

    @Test
    void theShippedModelIsReleasedThoughNobodyHasAskedForModelsYet() throws SQLException {
        forgetAll();

        TestModel.release(SHIPPED).statusCode(200).body("shipped", equalTo(true));
    }

    @Test
    void whatIsNoIntactModelOfTheJobsProfileIsRefused() throws SQLException {
        long before = count("model_release");
        byte[] file = TestModel.file("damaged");
        byte[] changed = file.clone();
        changed[changed.length / 2] ^= 1;

        for (byte[] bad :
                List.of(
                        new byte[0],
                        "conn.log".getBytes(),
                        Arrays.copyOf(file, file.length - 1),
                        changed)) {
            TestModel.release(bad)
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:talon:problem:not-a-model"))
                    .body("detail", startsWith("the model: "))
                    .body("remedy", containsString("talon train"));
        }
        TestModel.release(TestAdaptor.file(1))
                .statusCode(422)
                .body("detail", equalTo("the model: is an adaptor, expected a model"));
        TestModel.release(TestModel.blank(FeatureProfiles.ARGUS_V1, 16))
                .statusCode(422)
                .body("type", equalTo("urn:talon:problem:profile-mismatch"))
                .body("detail", containsString("zeek-conn-v1"));
        assertThat(count("model_release")).isEqualTo(before);
    }

    @Test
    void aFileThatKafkaWouldNotTakeIsRefusedBeforeItIsRead() {
        TestModel.release(new byte[1001 << 10])
                .statusCode(413)
                .body("type", equalTo("urn:talon:problem:too-large"))
                .body("remedy", containsString("talon.model.max-size"));
    }

    @Test
    void aModelThatIsNotKnownIsNotThere() {
        for (String unknown : List.of("ab".repeat(32), "shipped", "%00", "'")) {
            TestModel.release(unknown)
                    .statusCode(404)
                    .body("type", equalTo("urn:talon:problem:not-found"));
        }
    }

    @Test
    void releasesAtOnceHaveVersionsOfTheirOwnAndNoneIsLeftOut() {
        TestModel.releaseShipped();
        int before = Api.asAdmin().get(MODELS).path("models[0].version");

        assertThat(TestModel.releasedAtOnce(CLIENTS))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(before + 1, before + CLIENTS).boxed().toList());
    }

    @Test
    void itStandsInTheAuditOfEveryTenant() {
        List<String> keys = List.of(Api.newTenantKey(), Api.newTenantKey());
        byte[] file = TestModel.file("audited");
        String sha256 = TestModel.of(file).modelSha256();

        int version = TestModel.release(file).statusCode(200).extract().path("version");

        for (String key : keys) {
            Api.as(key)
                    .get("/api/v1/audit")
                    .then()
                    .body("entries[0].action", equalTo("model.release"))
                    .body("entries[0].by", equalTo("operator"))
                    .body("entries[0].object", equalTo("models/" + sha256))
                    .body("entries[0].outcome", equalTo("done"))
                    .body("entries[0].detail", startsWith("release " + version + ", "));
            Api.as(key)
                    .get("/api/v1/audit/verify")
                    .then()
                    .body("intact", equalTo(true))
                    .body("entries", greaterThan(1));
        }
    }

    @Test
    void whatCannotStandInTheAuditOfOneTenantIsNotReleased() throws SQLException {
        String key = Api.newTenantKey();
        String tenant = Api.as(key).get("/api/v1/me").path("tenant");
        byte[] file = TestModel.file("not audited");
        long releases = count("model_release");
        long sent = count("outbox");
        update("delete from audit_head where tenant = ?", tenant);
        try {
            TestModel.release(file).statusCode(500);
        } finally {
            update(
                    "insert into audit_head (tenant, seq, hash) select tenant, seq, hash"
                            + " from audit_entry where tenant = ? order by seq desc limit 1",
                    tenant);
        }

        assertThat(count("model_release")).isEqualTo(releases);
        assertThat(count("outbox")).isEqualTo(sent);
        assertThat(models.find(TestModel.of(file).modelSha256())).isEmpty();
    }

    @Test
    void aReleaseOfAnotherInstanceIsSeenAndItsModelReadOnce() throws SQLException {
        byte[] file = TestModel.file("of another instance");
        SiteModel model = TestModel.of(file);
        assertThat(models.find(model.modelSha256())).isEmpty();
        update(
                "insert into base_model (sha256, label, profile, content, added)"
                        + " values (?, 'x', 'zeek-conn-v1', ?, ?)",
                model.modelSha256(),
                file,
                OffsetDateTime.now());
        update("update model_head set version = version + 1");
        update(
                "insert into model_release (version, model, released, released_by)"
                        + " select version, ?, ?, 'operator' from model_head",
                model.modelSha256(),
                OffsetDateTime.now());

        SiteModel base = models.base();

        assertThat(base.modelSha256()).isEqualTo(model.modelSha256());
        assertThat(models.base()).isSameAs(base);
        assertThat(models.find(model.modelSha256())).containsSame(base);
    }

    @Test
    void allAreListedInPages() {
        for (String name : List.of("first", "second", "third")) {
            TestModel.release(TestModel.file(name)).statusCode(200);
        }
        List<String> all = Api.asAdmin().get(MODELS + "?limit=100").path("models.sha256");
        List<String> paged = new ArrayList<>();
        String next = null;
        do {
            RequestSpecification request = Api.asAdmin().queryParam("limit", 2);
            if (next != null) {
                request.queryParam("cursor", next);
            }
            JsonPath page = request.get(MODELS).jsonPath();
            paged.addAll(page.getList("models.sha256", String.class));
            next = page.getString("next");
        } while (next != null);

        assertThat(paged).isEqualTo(all).hasSizeGreaterThan(3);
        Api.asAdmin().queryParam("cursor", "eA").get(MODELS).then().statusCode(400);
    }

    @Test
    void baseModelsAreTheOperatorsAlone() {
        String admin = Api.newTenantKey();

        Api.as(admin).get(MODELS).then().statusCode(403);
        Api.as(admin)
                .contentType("application/octet-stream")
                .body(TestModel.file("theirs"))
                .post(MODELS)
                .then()
                .statusCode(403);
        Api.as(admin).post(MODELS + "/" + SHIPPED + "/release").then().statusCode(403);
        Api.as(admin)
                .get("/api/v1/audit")
                .then()
                .body(
                        "entries.findAll { it.outcome == 'refused' }.object",
                        hasItem("api/v1/models"));
    }

    private void forgetAll() throws SQLException {
        update("delete from model_release");
        update("delete from base_model");
    }

    private long count(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select count(*) from " + table);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private void update(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            update.executeUpdate();
        }
    }
}
