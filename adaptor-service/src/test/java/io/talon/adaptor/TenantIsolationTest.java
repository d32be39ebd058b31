// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation of the contract, run by a tenant upon another tenant's things. An operation that
 * is added to the contract is run too.
 */
@QuarkusTest
class TenantIsolationTest {
    private static final String SITE = "theirs";

    /** What the owner alone wrote; an id that the caller sent may stand in the answer. */
    private static final String REASON = "a scanner that only its owner knows";

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private static String owner;
    private static String other;
    private static String triplet;
    private static String suppression;
    private static String ownersKeyId;
    private static String job;

    record Operation(String method, String path, JsonNode definition) {
        @Override
        public String toString() {
            return method + " " + path;
        }

        boolean namesSomething() {
            return path.contains("{");
        }

        boolean isTheOperators() {
            return path.startsWith("/api/v1/tenants") || path.startsWith("/api/v1/models");
        }
    }

    static List<Operation> operations() throws IOException {
        try (InputStream contract =
                TenantIsolationTest.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            JsonNode paths = new YAMLMapper().readTree(contract).path("paths");
            List<Operation> all = new ArrayList<>();
            paths.properties()
                    .forEach(
                            path ->
                                    path.getValue()
                                            .properties()
                                            .forEach(
                                                    entry -> {
                                                        if (METHODS.contains(entry.getKey())) {
                                                            all.add(
                                                                    new Operation(
                                                                            entry.getKey(),
                                                                            path.getKey(),
                                                                            entry.getValue()));
                                                        }
                                                    }));
            return all;
        }
    }

    /** Once, but not before all: the client learns the port with the first test. */
    @BeforeEach
    void makeTheirThings() {
        if (owner != null) {
            return;
        }
        owner = Api.newTenantKey();
        other = Api.newTenantKey();
        Api.makeSite(owner, SITE);
        Api.addFlows(owner, SITE, true, TestLogs.requests("B", 60)).statusCode(200);
        Api.addFlows(owner, SITE, false, TestLogs.scan("S", 12)).statusCode(200);
        triplet = Api.triplet(owner, SITE, "B1", "B4", "S9").statusCode(201).extract().path("id");
        Api.upload(owner, SITE, TestAdaptor.file(1)).statusCode(201);
        suppression =
                Api.as(owner)
                        .body(Map.of("reason", REASON, "sourceCidr", "10.9.0.1"))
                        .post("/api/v1/suppressions")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        job =
                Api.as(owner)
                        .body(Map.of("steps", 1))
                        .post("/api/v1/sites/" + SITE + "/jobs")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("id");
        ownersKeyId =
                Api.as(owner)
                        .body(Map.of("name", "second"))
                        .post("/api/v1/keys")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anotherTenantsThingsAreNotThere(Operation operation) {
        Response answer = run(operation, other);

        assertThat(answer.statusCode()).as(answer.asString()).isNotEqualTo(405);
        if (operation.isTheOperators()) {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(403);
        } else if (operation.namesSomething()) {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(404);
            assertThat(answer.contentType()).startsWith("application/problem+json");
            assertThat(answer.jsonPath().getString("type"))
                    .as("a route that is there, a thing that is not")
                    .isEqualTo("urn:talon:problem:not-found");
        }
        assertThat(answer.asString())
                .doesNotContain("10.9.0.1")
                .doesNotContain("192.0.2.10")
                .doesNotContain(REASON);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void nobodyGetsNothing(Operation operation) {
        Response answer = run(operation, "talon_unknown");

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void theOwnerStillHasEverything() {
        Api.as(owner).get("/api/v1/sites/" + SITE).then().statusCode(200);
        Api.as(owner).get("/api/v1/sites/" + SITE + "/triplets/" + triplet).then().statusCode(200);
        Api.as(owner).get("/api/v1/suppressions/" + suppression).then().statusCode(200);
        Api.as(owner).get("/api/v1/sites/" + SITE + "/adaptors/1").then().statusCode(200);
    }

    private static Response run(Operation operation, String key) {
        String path =
                operation
                        .path()
                        .replace("{tenant}", "tenant_1")
                        .replace("{sha256}", "ab".repeat(32))
                        .replace("{site}", SITE)
                        .replace("{triplet}", triplet)
                        .replace("{job}", job)
                        .replace("{version}", "1")
                        .replace("{uid}", "B1")
                        .replace("{anomaly}", "ab".repeat(32))
                        .replace("{suppression}", suppression)
                        .replace("{key}", ownersKeyId);
        RequestSpecification request = Api.as(key).header("If-Match", "\"0\"");
        JsonNode content = operation.definition().at("/requestBody/content");
        if (content.has("application/octet-stream") && !content.has("text/plain")) {
            request.contentType("application/octet-stream").body(TestAdaptor.file(2));
        } else if (content.has("application/zip")) {
            request.contentType("application/zip").body(new byte[] {'P', 'K'});
        } else if (content.has("text/plain")) {
            request.contentType("text/plain").body(TestLogs.requests("X", 3));
        } else if (!content.isMissingNode()) {
            request.body(body(operation.definition().path("operationId").asText()));
        }
        return request.request(Method.valueOf(operation.method().toUpperCase(Locale.ROOT)), path);
    }

    /** A body that would be good, were the thing there. */
    private static Map<String, Object> body(String operation) {
        return switch (operation) {
            case "createTriplet" -> Map.of("anchor", "B1", "negative", "S9");
            case "markAnomaly" -> Map.of("verdict", "benign");
            case "createSuppression" -> Map.of("reason", "mine", "destinationPort", 9);
            case "createTenant", "createSite" -> Map.of("name", "mine");
            case "createTenantKey", "createKey" -> Map.of("name", "mine");
            default -> Map.of();
        };
    }
}
