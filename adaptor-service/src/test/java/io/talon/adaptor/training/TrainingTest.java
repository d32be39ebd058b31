// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.talon.adaptor.Api;
import io.talon.adaptor.TestLogs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TrainingTest {

    @Test
    void fiveTripletsBecomeACandidateWithAReportCardThatMayBePromoted() {
        Teaching site = Teaching.prepared();

        JsonPath job = site.ended(site.start(Map.of("steps", 10)));

        assertThat(job.getString("state")).as(job.prettify()).isEqualTo("done");
        assertThat(job.getInt("triplets")).isEqualTo(5);
        assertThat(job.getInt("adaptor")).isEqualTo(1);
        JsonPath card = site.card(1);
        assertThat(card.getString("verdict")).as(card.prettify()).isIn("pass", "warn");
        assertThat(card.getInt("benign.after.of")).isPositive();
        assertThat(card.getFloat("benign.after.share")).isLessThan(0.1f);
        assertThat(card.getInt("negatives.after.of")).isEqualTo(5);
        assertThat(card.getInt("guard.after.count"))
                .isGreaterThanOrEqualTo(card.getInt("guard.before.count") * 4 / 5);
        assertThat(card.getList("influence")).hasSize(5);
        assertThat(card.getList("plots.after.benign", Integer.class))
                .hasSize(20)
                .satisfies(
                        bins ->
                                assertThat(bins.stream().mapToInt(Integer::intValue).sum())
                                        .isEqualTo(card.getInt("benign.after.of")));
        Api.as(site.key())
                .post("/api/v1/sites/plant/adaptors/1/promote")
                .then()
                .statusCode(200)
                .body("adaptor", equalTo(1));
        Api.as(site.key()).get("/api/v1/sites/plant").then().body("maturity", equalTo("adapted"));
        Api.addFlows(
                        site.key(),
                        "plant",
                        false,
                        TestLogs.requests("X", 240).replace("10.1.0.", "10.66.0."))
                .statusCode(200);
        for (String number : List.of("100", "150", "200")) {
            assertThat(error(site, "X" + number))
                    .as("the same flow, of a host that the site has not seen")
                    .isGreaterThan(error(site, "B" + number));
        }
    }

    private static float error(Teaching site, String uid) {
        return Api.as(site.key())
                .get("/api/v1/sites/plant/sequences/" + uid)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getFloat("error");
    }

    @Test
    void aSiteThatIsTaughtAttacksAsOrdinaryIsRefused() {
        String key = Api.newTenantKey();
        Teaching site = new Teaching(key);
        Api.makeSite(key, Teaching.SITE);
        Api.addFlows(key, Teaching.SITE, true, TestLogs.scan("S", 200)).statusCode(200);
        Api.addFlows(key, Teaching.SITE, false, TestLogs.requests("B", 60)).statusCode(200);
        scansAgainst(key, "B");

        assertThat(refusal(site)).contains("exchanged");
        Api.as(key)
                .post("/api/v1/sites/plant/adaptors/1/promote")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:talon:problem:report-card-failed"));
    }

    @Test
    void attacksAmongTheFlowsDeclaredBenignAreRefusedByTheGuardSet() {
        String key = Api.newTenantKey();
        Teaching site = new Teaching(key);
        Api.makeSite(key, Teaching.SITE);
        Api.addFlows(key, Teaching.SITE, true, TestLogs.requests("B", 200)).statusCode(200);
        Api.addFlows(key, Teaching.SITE, true, TestLogs.scan("S", 200)).statusCode(200);
        Api.addFlows(key, Teaching.SITE, false, TestLogs.requests("N", 60)).statusCode(200);
        scansAgainst(key, "N");

        assertThat(refusal(site)).contains("guard-missed");
    }

    /** Five triplets that call scans ordinary, and requests anomalous. */
    private static void scansAgainst(String key, String requests) {
        for (int i = 0; i < 5; i++) {
            Api.triplet(key, Teaching.SITE, "S" + (20 + i), "S" + (90 + i), requests + (20 + i))
                    .statusCode(201);
        }
    }

    /** What the card of the site's first adaptor fails for. */
    private static List<String> refusal(Teaching site) {
        JsonPath job = site.ended(site.start(Map.of()));
        assertThat(job.getString("state")).as(job.prettify()).isEqualTo("done");
        JsonPath card = site.card(1);
        assertThat(card.getString("verdict")).as(card.prettify()).isEqualTo("fail");
        return card.getList("reasons.findAll { it.verdict == 'fail' }.code", String.class);
    }

    @Test
    void withoutBenignFlowsTheJobFailsAndSaysWhatIsNeeded() {
        String key = Api.newTenantKey();
        Teaching site = new Teaching(key);
        Api.makeSite(key, Teaching.SITE);

        JsonPath job = site.ended(site.start(Map.of()));

        assertThat(job.getString("state")).isEqualTo("failed");
        assertThat(job.getString("problem.type")).isEqualTo("urn:talon:problem:too-few-benign");
        assertThat(job.getString("problem.remedy")).contains("benign=true");
    }

    @Test
    void aCancelledJobStopsAndLeavesNothing() {
        Teaching site = Teaching.prepared();
        String job = site.start(Map.of("steps", 1000, "maxSeconds", 600));
        await().until(() -> site.job(job).getInt("step") > 0);

        Api.as(site.key())
                .delete("/api/v1/sites/plant/jobs/" + job)
                .then()
                .statusCode(200)
                .body("state", equalTo("cancelled"));

        JsonPath next = site.ended(site.start(Map.of("steps", 1)));
        assertThat(next.getString("state")).isEqualTo("done");
        assertThat(site.job(job).getString("state")).isEqualTo("cancelled");
        Api.as(site.key())
                .get("/api/v1/sites/plant/adaptors")
                .then()
                .body("adaptors.size()", equalTo(1));
        Api.as(site.key()).delete("/api/v1/sites/plant/jobs/" + job).then().statusCode(409);
    }

    @Test
    void aJobThatTakesTooLongIsEnded() {
        Teaching site = Teaching.prepared();

        JsonPath job = site.ended(site.start(Map.of("steps", 1000, "maxSeconds", 1)));

        assertThat(job.getString("state")).isEqualTo("failed");
        assertThat(job.getString("problem.type")).isEqualTo("urn:talon:problem:time-up");
    }

    @Test
    void theQueueOfATenantIsBounded() {
        Teaching site = Teaching.prepared();
        String first = site.start(Map.of("steps", 1000, "maxSeconds", 600));
        for (int i = 1; i < 10; i++) {
            site.start(Map.of("steps", 1));
        }

        Api.as(site.key())
                .body(Map.of())
                .post("/api/v1/sites/plant/jobs")
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("detail", containsString("10 jobs"));

        List<String> all =
                Api.as(site.key()).get("/api/v1/sites/plant/jobs").jsonPath().getList("jobs.id");
        assertThat(all).hasSize(10).contains(first);
        all.forEach(job -> Api.as(site.key()).delete("/api/v1/sites/plant/jobs/" + job));
    }

    @Test
    void progressComesAsEventsUntilTheJobHasEnded() {
        Teaching site = Teaching.prepared();
        String job = site.start(Map.of("steps", 10));

        String events =
                Api.as(site.key())
                        .get("/api/v1/sites/plant/jobs/" + job + "/events")
                        .then()
                        .statusCode(200)
                        .contentType("text/event-stream")
                        .extract()
                        .asString();

        assertThat(events).contains("event:job").contains("\"state\":\"done\"");
    }
}
