// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.talon.adaptor.Api;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in Chromium, on the running service. */
@QuarkusTest
class PageTest {
    private static final String SCRIPT = "<img src=x onerror=alert('run')>";

    @Test
    void aSiteIsTaughtByKeyboardAloneAndRolledBack() {
        String key = Site.withFlows("plant");
        try (Analyst analyst = Analyst.with(new Browser.NewContextOptions())) {
            analyst.visit("");
            analyst.tabTo(analyst.page().getByLabel("API key or token"));
            analyst.page().keyboard().type(key);
            analyst.page().keyboard().press("Enter");

            analyst.press(analyst.link("plant"));
            for (int made = 1; made <= 3; made++) {
                analyst.press(analyst.button("Look at it"));
                analyst.press(analyst.button("Save triplet"));
                assertThat(analyst.heading("Triplets (" + made + " of 5)")).isVisible();
            }
            analyst.press(analyst.link("Go on to training"));
            analyst.press(analyst.page().getByText("Benign flows and steps"));
            analyst.tabTo(analyst.page().getByLabel("Steps"));
            analyst.page().keyboard().type("1");
            analyst.press(analyst.button("Start training"));
            analyst.press(analyst.link("Read the report card"));
            assertThat(analyst.heading("Verdict")).isVisible();
            assertThat(analyst.page().locator("main")).containsText("False alarms on benign flows");

            analyst.press(analyst.button("Run in shadow"));
            assertThat(analyst.page().locator("main")).containsText("adaptor 1 in shadow");
            analyst.press(analyst.button("Promote"));
            analyst.press(
                    analyst.page().getByRole(AriaRole.DIALOG).locator("button", named("Promote")));
            assertThat(analyst.page().locator("main")).containsText("adaptor 1 is active");

            analyst.press(analyst.link("Adaptors"));
            analyst.press(analyst.button("Roll back to what ran before"));
            analyst.press(
                    analyst.page()
                            .getByRole(AriaRole.DIALOG)
                            .locator("button", named("Roll back")));
            assertThat(analyst.page().locator("main")).containsText("runs the base model");
        }
        Api.as(key)
                .get("/api/v1/sites/plant/releases")
                .then()
                .body("releases.size()", org.hamcrest.Matchers.greaterThanOrEqualTo(3));
    }

    @Test
    void whoEscapesAQuestionIsWhereTheyWereAndNothingHasHappened() {
        try (Analyst analyst = Analyst.signedIn(Site.taught(), "#/sites/plant/adaptors/1")) {
            analyst.press(analyst.button("Promote"));
            assertThat(analyst.page().getByRole(AriaRole.DIALOG)).isVisible();
            analyst.page().keyboard().press("Escape");
            assertThat(analyst.page().getByRole(AriaRole.DIALOG)).hasCount(0);
            assertThat(analyst.button("Promote")).isFocused();
            assertThat(analyst.page().locator("main")).containsText("runs the base model");
        }
    }

    @Test
    void aSiteWithoutFlowsOffersToAddThem() {
        String key = Api.newTenantKey();
        Api.makeSite(key, "plant");
        try (Analyst analyst = Analyst.signedIn(key, "#/sites/plant/teach")) {
            assertThat(analyst.page().getByText("No sequences yet")).isVisible();
            assertThat(analyst.page().getByLabel("File")).isVisible();
        }
    }

    @Test
    void whatSomebodyWroteIsShownAsTextAndNeverRun() {
        String key = Site.withFlows("plant");
        Api.as(key)
                .body(Map.of("anchor", "B30", "positive", "B60", "note", SCRIPT))
                .post("/api/v1/sites/plant/triplets")
                .then()
                .statusCode(201);
        Api.as(key)
                .body(Map.of("site", "plant", "sourceCidr", "203.0.113.0/24", "reason", SCRIPT))
                .post("/api/v1/suppressions")
                .then()
                .statusCode(201);

        try (Analyst analyst = Analyst.signedIn(key, "#/sites/plant/teach")) {
            assertThat(analyst.page().getByText(SCRIPT)).isVisible();
            analyst.turnTo("#/suppressions", "Suppressions");
            assertThat(analyst.page().getByText(SCRIPT)).isVisible();
            assertThat(analyst.page().locator("main img")).hasCount(0);
        }
    }

    @Test
    void aRunningTrainingCanBeWatchedAndCancelled() {
        String key = Site.withTriplets();
        Api.as(key)
                .body(Map.of("steps", 1000, "maxSeconds", 600))
                .post("/api/v1/sites/plant/jobs")
                .then()
                .statusCode(202);

        try (Analyst analyst = Analyst.signedIn(key, "#/sites/plant/train")) {
            assertThat(analyst.page().getByText("Fitting the adaptor.")).isVisible();
            analyst.button("Cancel").click();
            assertThat(analyst.page().getByText("Cancelled.")).isVisible();
        }
    }

    @Test
    void whatTheServiceRefusesIsShownWithItsRemedy() {
        String admin = Api.newTenantKey();
        Api.as(admin)
                .body(Map.of("name", "plant", "secondPerson", true))
                .post("/api/v1/sites")
                .then()
                .statusCode(201);
        String bob = Api.newKey(admin, "bob", "approver");
        String cyd = Api.newKey(admin, "cyd", "approver");
        Site.teach(bob);

        try (Analyst analyst = Analyst.signedIn(bob, "#/sites/plant/adaptors/1")) {
            analyst.button("Promote").click();
            analyst.page().getByRole(AriaRole.DIALOG).locator("button", named("Promote")).click();
            assertThat(analyst.page().getByRole(AriaRole.ALERT)).containsText("approv");
        }
        try (Analyst analyst = Analyst.signedIn(cyd, "#/sites/plant/adaptors/1")) {
            analyst.button("Approve").click();
            assertThat(analyst.page().locator("main")).containsText("Approved by cyd");
        }
        try (Analyst analyst = Analyst.signedIn(bob, "#/sites/plant/adaptors/1")) {
            analyst.button("Promote").click();
            analyst.page().getByRole(AriaRole.DIALOG).locator("button", named("Promote")).click();
            assertThat(analyst.page().locator("main")).containsText("adaptor 1 is active");
        }
    }

    @Test
    void aKeyThatIsNotKnownIsToldSoAndNoKeyIsKeptBeyondTheTab() {
        String key = Api.newTenantKey();
        try (Analyst analyst = Analyst.with(new Browser.NewContextOptions())) {
            analyst.visit("");
            analyst.page().getByLabel("API key or token").fill("talon_wrong");
            analyst.page().keyboard().press("Enter");
            assertThat(analyst.page().getByRole(AriaRole.ALERT)).containsText("key");

            analyst.signIn(key, "#/sites");
            assertThat(analyst.page().evaluate("() => localStorage.length")).isEqualTo(0);
            assertThat(analyst.page().context().cookies()).isEmpty();
            assertThat(analyst.page().url()).doesNotContain(key);
            analyst.button("Sign out").click();
            assertThat(analyst.heading("Sign in")).isVisible();
            assertThat(analyst.page().evaluate("() => sessionStorage.length")).isEqualTo(0);
        }
    }

    @Test
    void aViewerSeesEverythingAndIsOfferedNothingThatChangesIt() {
        String admin = Site.taught();
        String viewer = Api.newKey(admin, "vic", "viewer");
        try (Analyst analyst = Analyst.signedIn(viewer, "#/sites/plant/teach")) {
            assertThat(analyst.page().locator("article").first()).isVisible();
            assertThat(analyst.button("Save triplet")).hasCount(0);
            assertThat(analyst.button("Unlike it")).hasCount(0);
            analyst.turnTo("#/sites/plant/adaptors/1", "Verdict");
            assertThat(analyst.button("Promote")).hasCount(0);
            assertThat(analyst.button("Run in shadow")).hasCount(0);
            assertThat(analyst.link("Audit")).hasCount(0);
        }
    }

    @Test
    void aSuppressionIsMadeAndWithdrawnAndTheAuditTellsOfBoth() {
        String key = Api.newTenantKey();
        try (Analyst analyst = Analyst.signedIn(key, "#/suppressions")) {
            analyst.page().getByText("Suppress something").click();
            analyst.page().getByLabel("Source net").fill("203.0.113.0/24");
            analyst.page().getByLabel("Reason").fill("announced scan");
            analyst.button("Suppress").click();
            assertThat(analyst.page().getByRole(AriaRole.TABLE)).containsText("announced scan");
            analyst.button("Withdraw").click();
            assertThat(analyst.page().getByRole(AriaRole.TABLE)).containsText("withdrawn");

            analyst.turnTo("#/audit", "Audit");
            assertThat(analyst.page().getByText("The chain is unbroken")).isVisible();
            assertThat(analyst.page().getByRole(AriaRole.TABLE)).containsText("suppression.create");
        }
    }

    @Test
    void withoutElasticsearchThePageSaysWhatIsMissingAndHowToHaveIt() {
        String key = Site.withFlows("plant");
        try (Analyst analyst = Analyst.signedIn(key, "#/sites")) {
            assertThat(analyst.page().getByText("Alert rates are missing"))
                    .containsText("talon.elasticsearch.urls");
            analyst.visit("#/sites/plant/anomalies");
            assertThat(analyst.page().getByRole(AriaRole.ALERT))
                    .containsText("talon.elasticsearch.urls");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/talon.css", "/talon.svg", "/js/app.js"})
    void aFileIsAskedForAnewAtEachVisitAndMayLoadNothingFromElsewhere(String file) {
        RestAssured.get(file)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-cache")
                .header("Content-Security-Policy", startsWith("default-src 'none'"));
    }

    private static com.microsoft.playwright.Locator.LocatorOptions named(String text) {
        return new com.microsoft.playwright.Locator.LocatorOptions().setHasText(text);
    }
}
