// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.talon.adaptor.Api;
import io.talon.adaptor.TestAdaptor;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(S3Profile.class)
class S3ServiceTest {
    @Inject DataSource database;

    /** Where the objects of the service lie as files. */
    Path objects;

    @Test
    void anAdaptorLiesInTheBucketAndIsReadFromThere() throws Exception {
        byte[] file = TestAdaptor.file(1);
        String key = Api.newTenantKey();
        Api.makeSite(key, "here");
        Api.makeSite(key, "there");

        Api.upload(key, "here", file).statusCode(201);

        Path object = object(Sha256.of(file));
        assertThat(object).hasBinaryContent(file);
        assertThat(inDatabase(Sha256.of(file))).isZero();
        byte[] bundle =
                Api.as(key)
                        .get("/api/v1/sites/here/adaptors/1/bundle")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray();
        Api.as(key)
                .contentType("application/zip")
                .body(bundle)
                .post("/api/v1/sites/there/adaptors/import")
                .then()
                .statusCode(201);
        Api.as(key)
                .post("/api/v1/sites/here/adaptors/1/promote")
                .then()
                .statusCode(200)
                .body("release", equalTo(1));

        Files.writeString(object, "something else");
        Api.as(key)
                .get("/api/v1/sites/here/adaptors/1/bundle")
                .then()
                .statusCode(500)
                .body("type", equalTo("urn:talon:problem:fault"));
    }

    private Path object(String hash) throws IOException {
        try (Stream<Path> files = Files.walk(objects)) {
            List<Path> found = files.filter(f -> f.getFileName().toString().equals(hash)).toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }

    private long inDatabase(String hash) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(
                                "select count(*) from artifact where sha256 = ?")) {
            query.setString(1, hash);
            try (ResultSet count = query.executeQuery()) {
                count.next();
                return count.getLong(1);
            }
        }
    }
}
