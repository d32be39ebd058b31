// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.release;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.talon.adaptor.Api;
import io.talon.adaptor.TestAdaptor;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SecondPersonTest {
    private static final String ADAPTOR = "/api/v1/sites/plant/adaptors/1";

    private String analyst;
    private String approver;
    private String other;

    @BeforeEach
    void makeSite() {
        String admin = Api.newTenantKey();
        analyst = Api.newKey(admin, "ann", "analyst");
        approver = Api.newKey(admin, "bob", "approver");
        other = Api.newKey(admin, "cyd", "approver");
        Api.as(admin)
                .body(Map.of("name", "plant", "secondPerson", true))
                .post("/api/v1/sites")
                .then()
                .statusCode(201);
        Api.upload(analyst, "plant", TestAdaptor.file(1)).statusCode(201);
    }

    @Test
    void aPromotionNeedsTheApprovalOfSomebodyElse() {
        promote(approver, 409);
        approve(approver, 200);
        promote(approver, 409);
        approve(other, 200);
        promote(approver, 200);

        Api.as(analyst)
                .get(ADAPTOR)
                .then()
                .body("state", equalTo("active"))
                .body("approvals.by", contains("bob", "cyd"));
    }

    @Test
    void analystsNeitherApproveNorPromote() {
        approve(analyst, 403);
        promote(analyst, 403);
    }

    @Test
    void nobodyApprovesHisOwn() {
        Api.upload(approver, "plant", TestAdaptor.file(2)).statusCode(201);
        Api.as(approver)
                .post("/api/v1/sites/plant/adaptors/2/approve")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:talon:problem:own-adaptor"));
    }

    @Test
    void approvingTwiceIsOneApproval() {
        approve(other, 200);
        approve(other, 200);
        Api.as(analyst).get(ADAPTOR).then().body("approvals", hasSize(1));
    }

    private static void promote(String key, int status) {
        Api.as(key).post(ADAPTOR + "/promote").then().statusCode(status);
    }

    private static void approve(String key, int status) {
        Api.as(key).post(ADAPTOR + "/approve").then().statusCode(status);
    }
}
