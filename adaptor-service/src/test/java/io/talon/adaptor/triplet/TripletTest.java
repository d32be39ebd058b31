// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.triplet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.talon.adaptor.Api;
import io.talon.adaptor.TestLogs;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TripletTest {
    private String key;

    @BeforeEach
    void makeSite() {
        key = Api.newTenantKey();
        Api.makeSite(key, "plant");
        Api.addFlows(key, "plant", false, TestLogs.requests("B", 40))
                .statusCode(200)
                .body("flows", equalTo(40))
                .body("sequences", equalTo(40));
        Api.addFlows(key, "plant", false, TestLogs.scan("S", 20)).statusCode(200);
    }

    @Test
    void aTripletCarriesThePicturesOfItsFlows() {
        Api.triplet(key, "plant", "B20", "B23", "S12")
                .statusCode(201)
                .body("state", equalTo("accepted"))
                .body("anchor.uid", equalTo("B20"))
                .body("anchor.flows", hasSize(7))
                .body("anchor.flows[6].service", equalTo("ssl"))
                .body("negative.flows", hasSize(10))
                .body("negative.flows[9].connState", equalTo("REJ"))
                .body("negative.destination", equalTo("10.1.0.50"));
        Api.triplet(key, "plant", "B9", null, null).statusCode(201).body("positive", nullValue());
        Api.as(key).get("/api/v1/sites/plant/triplets").then().body("triplets", hasSize(2));
    }

    @Test
    void triplesThatContradictEachOtherAreRefused() {
        Api.triplet(key, "plant", "B20", "B23", "S12").statusCode(201);

        contradiction("B20", "B20", null);
        contradiction("B21", null, "B21");
        contradiction("B21", null, "B20");
        contradiction("S12", null, null);
        contradiction("B21", "S12", null);
        Api.triplet(key, "plant", "B20", "B23", "S12").statusCode(409);
    }

    @Test
    void flowsOfNobodyAndOfAnotherTenantAreUnknownAlike() {
        String other = Api.newTenantKey();
        Api.makeSite(other, "plant");

        for (String who : new String[] {key, other}) {
            String uid = who.equals(key) ? "CnOsUcHuId" : "B20";
            Api.triplet(who, "plant", uid, null, null)
                    .statusCode(422)
                    .body("type", equalTo("urn:talon:problem:unknown-uid"))
                    .body("remedy", containsString("candidates"));
        }
    }

    @Test
    void scriptAndSqlInNotesAndNamesAreText() {
        String note = "<script>alert(1)</script>'; drop table triplet; --";
        String id =
                Api.as(key)
                        .body(Map.of("anchor", "B20", "note", note))
                        .post("/api/v1/sites/plant/triplets")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        Api.as(key)
                .get("/api/v1/sites/plant/triplets/" + id)
                .then()
                .contentType("application/json")
                .body("note", equalTo(note));
        Api.triplet(key, "plant", "' or '1'='1", null, null).statusCode(422);
        Api.as(key).get("/api/v1/sites/{site}/triplets", "plant' or 1=1 --").then().statusCode(404);
        Api.as(key).get("/api/v1/sites/{site}", "../../q/health").then().statusCode(404);
    }

    @Test
    void aTripletIsTakenBack() {
        String id = Api.triplet(key, "plant", "B20", null, "S12").extract().path("id");
        Api.as(key).delete("/api/v1/sites/plant/triplets/" + id).then().statusCode(204);
        Api.as(key).get("/api/v1/sites/plant/triplets/" + id).then().statusCode(404);
        Api.triplet(key, "plant", "S12", null, null).statusCode(201);
    }

    @Test
    void candidatesAreDrawnFromWhatWasUploaded() {
        for (String kind : new String[] {"anomalous", "typical", "diverse", "proposed"}) {
            Api.as(key)
                    .queryParam("kind", kind)
                    .queryParam("limit", 5)
                    .get("/api/v1/sites/plant/candidates")
                    .then()
                    .statusCode(200)
                    .body("seen", equalTo(60))
                    .body("elasticsearch", equalTo("off"))
                    .body("candidates[0].kind", equalTo(kind));
        }
        Api.as(key).get("/api/v1/sites/plant/candidates?kind=x").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"busy", "noise", "tails", "injected", "clusters"})
    void everyStrategyProposesTripletsThatCanBeSaid(String strategy) {
        List<Map<String, String>> proposals =
                Api.as(key)
                        .get("/api/v1/sites/plant/candidates?strategy=" + strategy)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("proposals");

        assertThat(proposals).isNotEmpty();
        for (Map<String, String> proposal : proposals) {
            assertThat(proposal.get("anchor")).isNotBlank();
            if (Set.of("tails", "clusters").contains(strategy)) {
                assertThat(proposal.get("positive")).startsWith("B");
                assertThat(proposal.get("negative")).startsWith("S");
            }
            Api.triplet(
                            key,
                            "plant",
                            proposal.get("anchor"),
                            proposal.get("positive"),
                            proposal.get("negative"))
                    .statusCode(anyOf(equalTo(201), equalTo(422)));
        }
        Api.as(key).get("/api/v1/sites/plant/candidates?strategy=luck").then().statusCode(400);
    }

    @Test
    void aLogThatIsNoneIsRefused() {
        Api.addFlows(key, "plant", true, "hello\nworld\n")
                .statusCode(422)
                .body("type", equalTo("urn:talon:problem:not-a-conn-log"));
        Api.addFlows(key, "plant", true, "").statusCode(422);
    }

    private void contradiction(String anchor, String positive, String negative) {
        Api.triplet(key, "plant", anchor, positive, negative)
                .statusCode(422)
                .body("type", equalTo("urn:talon:problem:contradiction"));
    }
}
