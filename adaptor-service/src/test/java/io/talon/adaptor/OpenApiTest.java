// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {

    @Test
    void theContractIsServedAsItIs() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths", hasKey("/api/v1/sites/{site}/adaptors/{version}/promote"))
                .body("paths.'/api/v1/me'.get.operationId", equalTo("me"))
                .body("components.schemas", hasKey("ReportCard"))
                .body("components.securitySchemes.ApiKey.name", equalTo("Authorization"));
    }

    @Test
    void theContractIsYamlToWhomDoesNotAskForJson() throws IOException {
        String written;
        try (InputStream file = OpenApiTest.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            written = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        String served =
                given().get("/q/openapi")
                        .then()
                        .statusCode(200)
                        .contentType("application/yaml")
                        .header("X-Content-Type-Options", equalTo("nosniff"))
                        .extract()
                        .asString();
        assertThat(served).isEqualTo(written);
        given().get("/q/openapi?format=json").then().contentType("application/json");
    }

    @Test
    void healthAndMetricsNeedNoCredential() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200);
    }

    @Test
    void pagesMayRunNoForeignScript() {
        given().get("/q/health/live")
                .then()
                .header(
                        "Content-Security-Policy",
                        org.hamcrest.Matchers.containsString("default-src 'none'"))
                .header("X-Content-Type-Options", equalTo("nosniff"));
    }
}
