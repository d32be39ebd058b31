// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.release;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.talon.adaptor.Api;
import io.talon.adaptor.TestAdaptor;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AdaptorLifeTest {
    private static final String ADAPTORS = "/api/v1/sites/plant/adaptors";

    private String key;

    @BeforeEach
    void makeSite() {
        key = Api.newTenantKey();
        Api.makeSite(key, "plant");
    }

    @Test
    void adaptorsAreNumberedAndListedNewestFirst() {
        byte[] first = TestAdaptor.file(1);
        upload(first)
                .statusCode(201)
                .body("version", equalTo(1))
                .body("maturity", equalTo("calibrated"))
                .body("size", equalTo(first.length));
        upload(TestAdaptor.file(2)).statusCode(201).body("version", equalTo(2));

        Api.as(key).get(ADAPTORS).then().body("adaptors.version", contains(2, 1));
    }

    @Test
    void promotingAnOlderOneIsARollBackWithANewReleaseNumber() {
        upload(TestAdaptor.file(1)).statusCode(201);
        upload(TestAdaptor.file(2)).statusCode(201);

        promote(2).statusCode(200).body("release", equalTo(1)).body("adaptor", equalTo(2));
        promote(1).statusCode(200).body("release", equalTo(2)).body("adaptor", equalTo(1));
        Api.as(key).get("/api/v1/sites/plant").then().body("activeAdaptor", equalTo(1));

        Api.as(key).delete(ADAPTORS + "/active").then().body("release", equalTo(3));
        Api.as(key)
                .get("/api/v1/sites/plant")
                .then()
                .body("containsKey('activeAdaptor')", equalTo(false));
    }

    @Test
    void theSameFileIsNotStoredTwiceForASite() {
        byte[] file = TestAdaptor.file(1);
        upload(file).statusCode(201);
        upload(file).statusCode(409).body("type", equalTo("urn:talon:problem:adaptor-exists"));
    }

    @Test
    void refusesWhatIsNoIntactAdaptor() {
        byte[] file = TestAdaptor.file(1);
        byte[] tampered = file.clone();
        tampered[tampered.length / 2] ^= 1;

        refused(new byte[0]);
        refused("conn.log".getBytes());
        refused(Arrays.copyOf(file, file.length - 1));
        refused(tampered);
        Api.as(key).get(ADAPTORS).then().body("adaptors.size()", equalTo(0));
    }

    private void refused(byte[] file) {
        upload(file)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("detail", containsString("the adaptor"))
                .body("remedy", containsString("talon adapt"));
    }

    private ValidatableResponse upload(byte[] file) {
        return Api.as(key).contentType("application/octet-stream").body(file).post(ADAPTORS).then();
    }

    private ValidatableResponse promote(int version) {
        return Api.as(key).post(ADAPTORS + "/" + version + "/promote").then();
    }
}
