// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.credential;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.talon.adaptor.Api;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real issuer over HTTP: discovery, published keys, signed tokens. */
@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
class OidcTest {
    private TestIssuer.Tokens tokens;
    private String tenant;

    @BeforeEach
    void makeTenant() {
        String key = Api.newTenantKey();
        tenant = Api.as(key).get("/api/v1/me").jsonPath().getString("tenant");
        Api.makeSite(key, "plant");
    }

    @Test
    void aTokenCarriesTenantNameAndRole() {
        String token = tokens.signed(tokens.claims(tenant, "analyst"));

        me(token)
                .statusCode(200)
                .body("tenant", equalTo(tenant))
                .body("name", equalTo("ann@example.org"))
                .body("roles", contains("viewer", "analyst"))
                .body("signIn", equalTo("oidc"));
        with(token).get("/api/v1/sites").then().body("sites.name", contains("plant"));
        with(token).post("/api/v1/sites/plant/rollback").then().statusCode(403);
    }

    @Test
    void aTokenThatIsForgedExpiredOrForSomebodyElseIsRefused() {
        JwtClaims good = tokens.claims(tenant, "admin");
        me(tokens.forged(good)).statusCode(401);
        me(tokens.signed(good) + "x").statusCode(401);
        me("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.").statusCode(401);

        JwtClaims expired = tokens.claims(tenant, "admin");
        expired.setExpirationTime(NumericDate.fromSeconds(1));
        me(tokens.signed(expired)).statusCode(401);

        JwtClaims others = tokens.claims(tenant, "admin");
        others.setAudience("another-service");
        me(tokens.signed(others)).statusCode(401);

        JwtClaims elsewhere = tokens.claims(tenant, "admin");
        elsewhere.setIssuer("https://issuer.example.org");
        me(tokens.signed(elsewhere)).statusCode(401);
    }

    @Test
    void aTokenThatNamesNoTenantOrRoleOfOursIsDenied() {
        me(tokens.signed(tokens.claims("nobody", "admin"))).statusCode(403);
        me(tokens.signed(tokens.claims("*", "admin"))).statusCode(403);
        me(tokens.signed(tokens.claims(tenant, "root"))).statusCode(403);
        JwtClaims none = tokens.claims(tenant, "admin");
        none.unsetClaim("talon_tenant");
        me(tokens.signed(none)).statusCode(403);
    }

    private static ValidatableResponse me(String token) {
        return with(token).get("/api/v1/me").then();
    }

    private static io.restassured.specification.RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }
}
