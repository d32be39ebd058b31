// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every operation on a site, run by a tenant whose site it is not. */
@QuarkusTest
class TenantIsolationTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/sites/theirs",
        "GET, /api/v1/sites/theirs/adaptors",
        "POST, /api/v1/sites/theirs/adaptors/1/promote",
        "DELETE, /api/v1/sites/theirs/adaptors/active"
    })
    void anotherTenantsSiteIsNotThere(Method method, String path) {
        String owner = Api.newTenantKey();
        Api.makeSite(owner, "theirs");
        String other = Api.newTenantKey();

        Api.as(other)
                .request(method, path)
                .then()
                .statusCode(404)
                .body("detail", equalTo("there is no site 'theirs'"));

        Api.as(other).get("/api/v1/sites").then().body("sites", empty());
        Api.as(owner).get("/api/v1/sites/theirs").then().statusCode(200);
    }
}
