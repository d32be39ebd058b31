// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {

    @Test
    void theApiDocumentListsEveryOperationAndTheCredential() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths", hasKey("/api/v1/sites"))
                .body("paths", hasKey("/api/v1/sites/{site}/adaptors"))
                .body("paths", hasKey("/api/v1/sites/{site}/adaptors/{version}/promote"))
                .body("paths", hasKey("/api/v1/tenants"))
                .body(
                        "paths.'/api/v1/sites'.post.responses.'201'.content.'application/json'",
                        notNullValue())
                .body("components.securitySchemes.ApiKey.name", equalTo("Authorization"));
    }

    @Test
    void healthNeedsNoCredential() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200);
    }
}
