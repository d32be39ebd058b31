// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.bundle;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.talon.adaptor.Api;
import io.talon.adaptor.TestAdaptor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BundleTest {
    private static final int MEGA = 1 << 20;

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

    private ValidatableResponse take(byte[] content) {
        return Api.as(key)
                .contentType("application/zip")
                .body(content)
                .post("/api/v1/sites/there/adaptors/import")
                .then();
    }
}
