// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.talon.adaptor.Api;
import io.talon.adaptor.TestModel;
import io.talon.control.v1.ModelRelease;
import io.talon.ctalvae.model.SiteModel;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the job is told of a base model. */
@QuarkusTest
class ModelRecordTest {
    private static final int SINGLE_OBJECT_HEADER = 10;
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Inject DataSource database;

    @ConfigProperty(name = "talon.database.folder")
    Path folder;

    @AfterEach
    void asUsual() {
        TestModel.releaseShipped();
    }

    @Test
    void everyReleaseIsSignedNumberedAndInTheOutboxWithTheFile() throws Exception {
        byte[] file = TestModel.file("recorded");
        SiteModel model = TestModel.of(file);
        int version = TestModel.release(file).statusCode(200).extract().path("version");
        TestModel.releaseShipped();
        Api.asAdmin()
                .header("traceparent", TRACE)
                .post("/api/v1/models/" + model.modelSha256() + "/release")
                .then()
                .statusCode(200);

        List<ModelRelease> waiting = releasesOf(model.modelSha256());

        assertThat(waiting)
                .extracting(ModelRelease::getVersion)
                .containsExactly((long) version, version + 2L);
        assertThat(waiting.get(1).getTraceparent()).isEqualTo(TRACE);
        for (ModelRelease release : waiting) {
            assertThat(release.getModelSha256()).isEqualTo(model.modelSha256());
            assertThat(release.getModel()).isEqualTo(ByteBuffer.wrap(file));
            assertThat(release.getProfile()).isEqualTo("zeek-conn-v1");
            assertThat(release.getReleasedBy()).isEqualTo("operator");
            assertThat(isSignedWithOurKey(release)).isTrue();
            release.setVersion(release.getVersion() + 1);
            assertThat(isSignedWithOurKey(release)).isFalse();
        }
    }

    @Test
    void theShippedModelIsSentAsItShipped() throws Exception {
        TestModel.releaseShipped();

        List<ModelRelease> waiting = releasesOf(SiteModel.base().modelSha256());

        byte[] sent = waiting.get(waiting.size() - 1).getModel().array();
        assertThat(TestModel.of(sent).modelSha256()).isEqualTo(SiteModel.base().modelSha256());
    }

    private List<ModelRelease> releasesOf(String sha256) throws Exception {
        List<ModelRelease> releases = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(
                                "select topic, payload, tenant from outbox where record_key = ?"
                                        + " order by id")) {
            query.setString(1, "|model|" + sha256);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    assertThat(rows.getString(1)).isEqualTo("talon.control");
                    assertThat(rows.getString(3)).as("whose").isNull();
                    releases.add(decoded(rows.getBytes(2)));
                }
            }
        }
        return releases;
    }

    /**
     * Field by field: Avro's reader makes records of another class loader than a Quarkus test's.
     */
    private static ModelRelease decoded(byte[] payload) throws IOException {
        GenericRecord read =
                new GenericDatumReader<GenericRecord>(ModelRelease.getClassSchema())
                        .read(
                                null,
                                DecoderFactory.get()
                                        .binaryDecoder(
                                                payload,
                                                SINGLE_OBJECT_HEADER,
                                                payload.length - SINGLE_OBJECT_HEADER,
                                                null));
        ModelRelease release = new ModelRelease();
        release.setVersion((Long) read.get("version"));
        release.setReleasedBy(read.get("released_by").toString());
        release.setProfile(read.get("profile").toString());
        release.setModelSha256(read.get("model_sha256").toString());
        release.setModel((ByteBuffer) read.get("model"));
        release.setSignature((ByteBuffer) read.get("signature"));
        release.setTraceparent(read.get("traceparent").toString());
        return release;
    }

    private boolean isSignedWithOurKey(ModelRelease release) throws Exception {
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
