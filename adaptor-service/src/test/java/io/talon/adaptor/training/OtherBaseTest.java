// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.talon.adaptor.Api;
import io.talon.adaptor.TestAdaptor;
import io.talon.adaptor.TestModel;
import io.talon.adaptor.adaptor.SiteModels;
import io.talon.adaptor.artifact.Artifacts;
import io.talon.adaptor.site.Sites;
import io.talon.adaptor.tenant.TenantWork;
import io.talon.ctalvae.io.ModelReader;
import io.talon.ctalvae.model.SiteModel;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sites are taught while the operator releases base models. */
@QuarkusTest
class OtherBaseTest {
    private static final String SHIPPED = SiteModel.base().modelSha256();

    @Inject Artifacts artifacts;
    @Inject SiteModels models;
    @Inject Sites sites;
    @Inject TenantWork tenants;

    @AfterEach
    void asUsual() {
        TestModel.releaseShipped();
    }

    @Test
    void aSiteIsTaughtOnTheBaseOfTheMomentAndKeepsItWhenAnotherIsReleased() throws Exception {
        Teaching site = Teaching.prepared();
        byte[] file = TestModel.file("taught on");
        String other = TestModel.of(file).modelSha256();
        assertThat(active(site.key())).isEqualTo(SHIPPED);
        TestModel.release(file).statusCode(200);
        assertThat(active(site.key())).as("without an adaptor").isEqualTo(other);

        train(site);
        assertThat(modelOf(site.key(), 1)).isEqualTo(other);
        Api.as(site.key())
                .post("/api/v1/sites/plant/adaptors/1/promote")
                .then()
                .statusCode(200)
                .body("adaptor", equalTo(1));
        TestModel.releaseShipped();

        assertThat(active(site.key())).as("with its adaptor").isEqualTo(other);
        Api.as(site.key()).get("/api/v1/sites/plant/sequences/B100").then().statusCode(200);
        Api.as(site.key()).get("/api/v1/sites/plant/candidates").then().statusCode(200);
        train(site);
        assertThat(modelOf(site.key(), 2)).isEqualTo(SHIPPED);
        assertThat(site.card(2).getString("parent")).isNotBlank();
    }

    @Test
    void anAdaptorOfAModelThatIsNotKnownIsRefusedByNameUntilThatIsReleased() {
        String key = Api.newTenantKey();
        Api.makeSite(key, Teaching.SITE);
        byte[] file = TestModel.file("unknown yet");
        SiteModel model = TestModel.of(file);
        byte[] adaptor = TestAdaptor.file(1, model);

        Api.upload(key, Teaching.SITE, adaptor)
                .statusCode(422)
                .body("type", equalTo("urn:talon:problem:unknown-model"))
                .body("detail", containsString(model.modelSha256()))
                .body("detail", containsString(SiteModel.base().modelVersion()))
                .body("remedy", containsString("talon model release"));

        TestModel.release(file).statusCode(200);
        TestModel.releaseShipped();
        Api.upload(key, Teaching.SITE, adaptor).statusCode(201);
        Api.as(key).post("/api/v1/sites/plant/adaptors/1/promote").then().statusCode(200);
        assertThat(active(key)).isEqualTo(model.modelSha256());
    }

    @Test
    void anAdaptorOfAModelOfAnotherWidthIsJudgedByThatModel() {
        String key = Api.newTenantKey();
        Teaching site = new Teaching(key);
        site.logs();
        SiteModel base = SiteModel.base();
        int inner = base.core().shape().inner() + 8;
        byte[] file = TestModel.blank(base.profile(), inner);
        TestModel.release(file).statusCode(200);
        TestModel.releaseShipped();

        Api.upload(key, Teaching.SITE, TestAdaptor.file(1, TestModel.of(file))).statusCode(201);

        JsonPath card = site.card(1);
        assertThat(card.getString("parent")).isEqualTo(TestModel.of(file).modelVersion());
        assertThat(card.getFloat("drift")).isZero();
        assertThat(card.getInt("guard.before.count")).isEqualTo(card.getInt("guard.after.count"));
    }

    private static void train(Teaching site) {
        JsonPath job = site.ended(site.start(Map.of("steps", 3)));
        assertThat(job.getString("state")).as(job.prettify()).isEqualTo("done");
    }

    private String active(String key) {
        return tenants.as(
                tenant(key), "test", () -> models.active(sites.find(Teaching.SITE)).modelSha256());
    }

    private String modelOf(String key, int version) throws Exception {
        String sha256 = Api.as(key).get("/api/v1/sites/plant/adaptors/" + version).path("sha256");
        return ModelReader.modelOf(artifacts.get(tenant(key), sha256), "the adaptor");
    }

    private static String tenant(String key) {
        return Api.as(key).get("/api/v1/me").path("tenant");
    }
}
