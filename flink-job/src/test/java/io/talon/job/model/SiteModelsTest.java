// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.control.v1.AdaptorRelease;
import io.talon.control.v1.ModelRelease;
import io.talon.ctalvae.model.Maturity;
import io.talon.ctalvae.model.SiteModel;
import io.talon.schema.control.ReleaseRole;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SiteModelsTest {

    private static final SiteModel SHIPPED = SiteModel.base();
    private static final OtherModel ONE = OtherModel.number(1);
    private static final OtherModel TWO = OtherModel.number(2);

    private SiteModels models;

    @BeforeEach
    void open() throws Exception {
        models = new SiteModels(ModelFiles.shipped());
    }

    @Test
    void siteWithoutAdaptorRunsTheNewestReleaseWhicheverModelThatIs() {
        ReleasedModels both = released(ONE.release(1), TWO.release(2));

        assertThat(hashOf(none(ReleasedModels.NONE))).isEqualTo(SHIPPED.modelSha256());
        assertThat(hashOf(none(both))).isEqualTo(TWO.sha256());
        assertThat(hashOf(none(both.with(ONE.release(3))))).isEqualTo(ONE.sha256());
        assertThat(hashOf(none(ReleasedModels.NONE))).isEqualTo(SHIPPED.modelSha256());
    }

    @Test
    void adaptorRunsOnTheModelItWasMadeForWhateverIsReleasedLater() {
        AdaptorRelease old = OtherModel.adaptorFor(SHIPPED, "old", 1);
        AdaptorRelease mid = OtherModel.adaptorFor(ONE.read(), "mid", 1);
        ReleasedModels both = released(ONE.release(1), TWO.release(2));

        assertThat(hashOf(new Assignment(both, old, null))).isEqualTo(SHIPPED.modelSha256());
        assertThat(hashOf(new Assignment(both, mid, null))).isEqualTo(ONE.sha256());
        assertThat(models.active(new Assignment(both, mid, null)).model().maturity())
                .isEqualTo(Maturity.ADAPTED);
    }

    @Test
    void adaptorsOfOneModelShareItsWeightsAlsoWithTheSitesOfAnotherTask() throws Exception {
        ReleasedModels one = released(ONE.release(1));
        SiteModels otherTask = new SiteModels(ModelFiles.shipped());
        AdaptorRelease a = OtherModel.adaptorFor(ONE.read(), "a", 1);
        AdaptorRelease b = OtherModel.adaptorFor(ONE.read(), "b", 1);

        SiteModel alone = models.active(none(one)).model();
        assertThat(models.active(new Assignment(one, a, null)).model().core())
                .isSameAs(alone.core());
        assertThat(otherTask.active(new Assignment(one, b, null)).model().core())
                .isSameAs(alone.core());
    }

    @Test
    void adaptorsOfAModelThatIsNotTheNewestShareItsWeightsHoweverLateTheyAreOpened() {
        OtherModel earlier = OtherModel.number(4); // no other test has it at hand
        ReleasedModels both = released(earlier.release(1), TWO.release(2));
        AdaptorRelease a = OtherModel.adaptorFor(earlier.read(), "a", 1);
        AdaptorRelease b = OtherModel.adaptorFor(earlier.read(), "b", 1);

        SiteModel first = models.active(new Assignment(both, a, null)).model();
        System.gc();
        assertThat(models.active(new Assignment(both, b, null)).model().core())
                .isSameAs(first.core());
    }

    @Test
    void shadowOnANewModelRunsBesideAnActiveAdaptorOnTheOld() {
        AdaptorRelease active = OtherModel.adaptorFor(SHIPPED, "plant", 1);
        AdaptorRelease shadow = OtherModel.adaptorFor(ONE.read(), "plant", 1);
        shadow.setRole(ReleaseRole.SHADOW);
        Assignment both = new Assignment(released(ONE.release(1)), active, shadow);

        assertThat(hashOf(both)).isEqualTo(SHIPPED.modelSha256());
        assertThat(models.shadow(both).model().modelSha256()).isEqualTo(ONE.sha256());
        assertThat(models.shadow(none(ReleasedModels.NONE))).isNull();
    }

    @Test
    void siteSentBackToTheModelAloneRunsTheNewestRelease() {
        AdaptorRelease back = OtherModel.adaptorFor(SHIPPED, "plant", 2);
        back.setAdaptor(null);
        back.setAdaptorSha256(null);

        assertThat(hashOf(new Assignment(ReleasedModels.NONE, back, null)))
                .isEqualTo(SHIPPED.modelSha256());
        assertThat(hashOf(new Assignment(released(ONE.release(1)), back, null)))
                .isEqualTo(ONE.sha256());
    }

    @Test
    void shippedModelThatIsReleasedIsTheOneThatTheJobHas() {
        OtherModel shipped = new OtherModel(new byte[] {1}, SHIPPED);

        assertThat(models.active(none(released(ONE.release(1), shipped.release(2)))))
                .isSameAs(models.active(none(ReleasedModels.NONE)));
    }

    @Test
    void adaptorWhoseModelIsNotThereLeavesItsSiteWithTheModelAloneUntilItIs() {
        AdaptorRelease early = OtherModel.adaptorFor(TWO.read(), "plant", 1);
        ReleasedModels one = released(ONE.release(1));

        assertThat(hashOf(new Assignment(one, early, null))).isEqualTo(ONE.sha256());
        assertThat(hashOf(new Assignment(one.with(TWO.release(2)), early, null)))
                .isEqualTo(TWO.sha256());
        assertThat(models.active(new Assignment(one.with(TWO.release(2)), early, null)).model())
                .extracting(SiteModel::maturity)
                .isEqualTo(Maturity.ADAPTED);
    }

    @Test
    void modelThatCannotBeReadLeavesSitesWithTheOneBefore() {
        ReleasedModels one = released(ONE.release(1));
        ModelRelease broken = OtherModel.number(3).release(2); // nobody has it at hand
        broken.setModel(ByteBuffer.wrap(new byte[] {1, 2, 3}));

        assertThat(hashOf(none(one))).isEqualTo(ONE.sha256());
        assertThat(hashOf(none(one.with(broken)))).isEqualTo(ONE.sha256());
    }

    private String hashOf(Assignment assignment) {
        return models.active(assignment).model().modelSha256();
    }

    private static Assignment none(ReleasedModels models) {
        return new Assignment(models, null, null);
    }

    private static ReleasedModels released(ModelRelease... releases) {
        ReleasedModels all = ReleasedModels.NONE;
        for (ModelRelease release : releases) {
            all = all.with(release);
        }
        return all;
    }
}
