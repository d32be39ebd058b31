// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.bundle;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.talon.adaptor.Api;
import io.talon.adaptor.TestAdaptor;
import io.talon.adaptor.TestModel;
import io.talon.adaptor.artifact.Sha256;
import io.talon.adaptor.control.ReleaseKey;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BundleTest {
    private static final int MEGA = 1 << 20;

    @Inject ReleaseKey release;
    @Inject ObjectMapper json;

    private String key;
    private byte[] bundle;

    @BeforeEach
    void export() {
        key = Api.newTenantKey();
        Api.makeSite(key, "here");
        Api.makeSite(key, "there");
        Api.upload(key, "here", TestAdaptor.file(1)).statusCode(201);
        bundle =
                Api.as(key)
                        .get("/api/v1/sites/here/adaptors/1/bundle")
                        .then()
                        .statusCode(200)
                        .contentType("application/zip")
                        .extract()
                        .asByteArray();
    }

    @Test
    void aBundleOfOurOwnIsImportedAndJudgedAnew() {
        take(bundle).statusCode(201).body("origin", equalTo("imported"));
        Api.as(key)
                .get("/api/v1/sites/there/adaptors/1/report-card")
                .then()
                .statusCode(200)
                .body("guard.after.of", org.hamcrest.Matchers.greaterThan(0));
        take(bundle).statusCode(409);
    }

    @Test
    void aBundleThatWasCutChangedOrSignedByAnotherIsRefused() {
        take(Arrays.copyOf(bundle, bundle.length / 2)).statusCode(422);
        take(new byte[] {1, 2, 3}).statusCode(422);

        Map<String, byte[]> files = new HashMap<>(BundleFile.unpack(bundle));
        files.put(BundleFile.ADAPTOR, TestAdaptor.file(2));
        take(BundleFile.pack(files)).statusCode(422);

        files = new HashMap<>(BundleFile.unpack(bundle));
        byte[] signature = files.get(BundleFile.SIGNATURE).clone();
        signature[5] ^= 1;
        files.put(BundleFile.SIGNATURE, signature);
        take(BundleFile.pack(files))
                .statusCode(422)
                .body("type", equalTo("urn:talon:problem:untrusted-bundle"));
    }

    @Test
    void pathTricksExtraFilesAndZipBombsAreRefused() {
        Map<String, byte[]> files = new HashMap<>(BundleFile.unpack(bundle));
        files.put("../../etc/passwd", new byte[10]);
        take(BundleFile.pack(files)).statusCode(422);

        files = new HashMap<>(BundleFile.unpack(bundle));
        files.put(BundleFile.CARD, new byte[64 * MEGA]);
        take(BundleFile.pack(files))
                .statusCode(422)
                .body("type", equalTo("urn:talon:problem:not-a-bundle"));
    }

    @Test
    void aBundleWhoseAdaptorIsOfAnUnknownModelIsRefusedUntilThatIsReleased() throws Exception {
        byte[] model = TestModel.file("of a bundle");
        byte[] adaptor = TestAdaptor.file(1, TestModel.of(model));
        Map<String, byte[]> files = new HashMap<>(BundleFile.unpack(bundle));
        ObjectNode manifest = (ObjectNode) json.readTree(files.get(BundleFile.MANIFEST));
        manifest.put("adaptorSha256", Sha256.of(adaptor));
        files.put(BundleFile.ADAPTOR, adaptor);
        files.put(BundleFile.MANIFEST, json.writeValueAsBytes(manifest));
        files.put(BundleFile.SIGNATURE, release.sign(files.get(BundleFile.MANIFEST)));
        byte[] foreign = BundleFile.pack(files);

        take(foreign)
                .statusCode(422)
                .body("type", equalTo("urn:talon:problem:unknown-model"))
                .body("detail", containsString(TestModel.of(model).modelSha256()));

        TestModel.release(model).statusCode(200);
        TestModel.releaseShipped();
        take(foreign).statusCode(201).body("origin", equalTo("imported"));
    }

    private ValidatableResponse take(byte[] content) {
        return Api.as(key)
                .contentType("application/zip")
                .body(content)
                .post("/api/v1/sites/there/adaptors/import")
                .then();
    }
}
