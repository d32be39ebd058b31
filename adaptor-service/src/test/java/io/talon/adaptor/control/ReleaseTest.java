// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.talon.adaptor.Api;
import io.talon.adaptor.TestAdaptor;
import io.talon.control.v1.AdaptorRelease;
import io.talon.schema.control.SignedBytes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReleaseTest {
    private static final int SINGLE_OBJECT_HEADER = 10;

    @Inject DataSource database;

    @ConfigProperty(name = "talon.database.folder")
    Path folder;

    @Test
    void everyReleaseIsSignedNumberedAndInTheOutbox() throws Exception {
        String key = Api.newTenantKey();
        Api.makeSite(key, "outbox");
        for (int again = 0; again < 2; again++) {
            Api.as(key)
                    .delete("/api/v1/sites/outbox/adaptors/active")
                    .then()
                    .statusCode(200)
                    .body("release", equalTo(1));
        }
        Api.as(key)
                .contentType("application/octet-stream")
                .body(TestAdaptor.file(1))
                .post("/api/v1/sites/outbox/adaptors")
                .then()
                .statusCode(201);
        Api.as(key)
                .post("/api/v1/sites/outbox/adaptors/1/promote")
                .then()
                .statusCode(200)
                .body("release", equalTo(2));

        List<AdaptorRelease> waiting = releasesOf("outbox");

        assertThat(waiting).extracting(AdaptorRelease::getVersion).containsExactly(1L, 2L);
        for (AdaptorRelease release : waiting) {
            assertThat(isSignedWithOurKey(release)).isTrue();
            release.setVersion(release.getVersion() + 1);
            assertThat(isSignedWithOurKey(release)).isFalse();
        }
    }

    @Test
    void aReleaseBearsTheTraceOfTheRequestThatMadeIt() throws Exception {
        String sent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        String key = Api.newTenantKey();
        Api.makeSite(key, "traced");
        Api.as(key)
                .contentType("application/octet-stream")
                .body(TestAdaptor.file(1))
                .post("/api/v1/sites/traced/adaptors")
                .then()
                .statusCode(201);
        Api.as(key)
                .header("traceparent", sent)
                .post("/api/v1/sites/traced/adaptors/1/promote")
                .then()
                .statusCode(200);
        Api.as(key)
                .header("traceparent", "00-" + "0".repeat(32) + "-00f067aa0ba902b7-01")
                .delete("/api/v1/sites/traced/adaptors/active")
                .then()
                .statusCode(200);

        List<String> traces =
                releasesOf("traced").stream().map(AdaptorRelease::getTraceparent).toList();

        assertThat(traces).hasSize(2);
        assertThat(traces.get(0)).isEqualTo(sent);
        assertThat(traces.get(1)).matches("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-00");
    }

    @Test
    void anAdaptorThatIsNotThereIsNotPromoted() {
        String key = Api.newTenantKey();
        Api.makeSite(key, "empty");
        Api.as(key).post("/api/v1/sites/empty/adaptors/1/promote").then().statusCode(404);
        Api.as(key).post("/api/v1/sites/empty/adaptors/x/promote").then().statusCode(404);
    }

    @Test
    void aFileThatIsTooLargeIsRefusedBeforeItIsRead() {
        String key = Api.newTenantKey();
        Api.makeSite(key, "large");
        Api.as(key)
                .contentType("application/octet-stream")
                .body(new byte[5 << 20])
                .post("/api/v1/sites/large/adaptors")
                .then()
                .statusCode(413)
                .body("type", equalTo("urn:talon:problem:too-large"));
    }

    private List<AdaptorRelease> releasesOf(String site) throws Exception {
        List<AdaptorRelease> releases = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(
                                "select topic, payload from outbox where record_key like ?"
                                        + " order by id")) {
            query.setString(1, "%|" + site);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    assertThat(rows.getString(1)).isEqualTo("talon.control");
                    releases.add(decoded(rows.getBytes(2)));
                }
            }
        }
        return releases;
    }

    /**
     * Field by field: Avro's reader makes records of another class loader than a Quarkus test's.
     */
    private static AdaptorRelease decoded(byte[] payload) throws IOException {
        GenericRecord read =
                new GenericDatumReader<GenericRecord>(AdaptorRelease.getClassSchema())
                        .read(
                                null,
                                DecoderFactory.get()
                                        .binaryDecoder(
                                                payload,
                                                SINGLE_OBJECT_HEADER,
                                                payload.length - SINGLE_OBJECT_HEADER,
                                                null));
        AdaptorRelease release = new AdaptorRelease();
        release.setTenant(read.get("tenant").toString());
        release.setSite(read.get("site").toString());
        release.setVersion((Long) read.get("version"));
        release.setRole(read.get("role").toString());
        release.setSignature((ByteBuffer) read.get("signature"));
        release.setTraceparent(read.get("traceparent").toString());
        Object sha256 = read.get("adaptor_sha256");
        release.setAdaptorSha256(sha256 == null ? null : sha256.toString());
        return release;
    }

    private boolean isSignedWithOurKey(AdaptorRelease release) throws Exception {
        byte[] publicKey = new PemFile(folder.resolve("release-key.pem.pub"), "PUBLIC KEY").read();
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(
                KeyFactory.getInstance("Ed25519")
                        .generatePublic(new X509EncodedKeySpec(publicKey)));
        signature.update(SignedBytes.of(release));
        byte[] bytes = new byte[release.getSignature().remaining()];
        release.getSignature().duplicate().get(bytes);
        return signature.verify(bytes);
    }
}
