// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.ctalvae.Flows;
import io.talon.ctalvae.adapt.AdaptationException;
import io.talon.ctalvae.adapt.SiteTeacher;
import io.talon.ctalvae.adapt.Taught;
import io.talon.ctalvae.adapt.Triplet;
import io.talon.ctalvae.calibrate.ThresholdRule;
import io.talon.ctalvae.io.ModelFormatException;
import io.talon.ctalvae.io.ModelWriter;
import io.talon.ctalvae.io.SigningKey;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.sequence.Destinations;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.ctalvae.train.AdaptationOptions;
import io.talon.ctalvae.train.TrainingProgress;
import io.talon.zeek.Conn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExaminationTest {
    private static final SiteModel BASE = SiteModel.base();
    private static final int FLOWS = 240;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anHonestlyTaughtSiteMayRun(boolean remembers) throws Exception {
        Material material = honest();
        ReportCard card = examined(material, remembers);
        assertThat(card.verdict()).as("%s", card.reasons()).isNotEqualTo(Verdict.FAIL);
        assertThat(card.guard().after().share()).isGreaterThan(0.9);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSiteThatLearntAScanAsOrdinaryMayNot(boolean remembers) throws Exception {
        Material material = poisoned(200);
        ReportCard card = examined(material, remembers);
        assertThat(card.reasons())
                .as("%s", card.guard())
                .anyMatch(r -> r.code().equals("guard-missed") && r.verdict() == Verdict.FAIL);
    }

    /** A tenth of what is declared benign is the attack. */
    @Test
    void aLittlePoisonIsEnough() throws Exception {
        Material material = poisoned(FLOWS / 10);
        ReportCard card = examined(material, true);
        assertThat(card.reasons())
                .as("%s", card.guard())
                .anyMatch(r -> r.code().equals("guard-missed") && r.text().contains("port scan"));
    }

    @Test
    void anAttackThatLooksOrdinaryButForItsAttackerFailsTheCard() {
        Judge judge = new Judge();
        judge.guard(List.of(), List.of("port scan"), List.of("port scan"));
        assertThat(judge.reasons())
                .singleElement()
                .satisfies(
                        reason -> {
                            assertThat(reason.verdict()).isEqualTo(Verdict.FAIL);
                            assertThat(reason.text()).contains("port scan", "stranger");
                        });
    }

    @Test
    void anUnusualAttackThatOnlyTheMemoryFlagsIsAWarning() {
        Judge judge = new Judge();
        judge.guard(List.of(), List.of(), List.of("port scan"));
        assertThat(judge.reasons())
                .singleElement()
                .satisfies(
                        reason -> {
                            assertThat(reason.verdict()).isEqualTo(Verdict.WARN);
                            assertThat(reason.text()).contains("port scan", "stranger");
                        });
    }

    @Test
    void anOverlookedAttackIsNamedOnce() {
        Judge judge = new Judge();
        judge.guard(List.of("port scan"), List.of("port scan"), List.of("port scan"));
        assertThat(judge.reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.verdict()).isEqualTo(Verdict.FAIL));
    }

    @Test
    void withoutBenignSequencesTheCardSaysThatTheMemoryMayHidePoison() throws Exception {
        ReportCard card =
                new Examination(BASE, BASE)
                        .examine(
                                model(taught(honest(), true)),
                                null,
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of());
        assertThat(card.reasons()).extracting(Reason::code).contains("guard-unsure");
    }

    private static ReportCard examined(Material material, boolean remembers) throws Exception {
        Taught taught = taught(material, remembers);
        return new Examination(BASE, BASE)
                .examine(
                        model(taught),
                        taught.network(),
                        material.held(),
                        material.negatives(),
                        List.of(),
                        List.of());
    }

    private static Taught taught(Material material, boolean remembers) throws AdaptationException {
        AdaptationOptions options = AdaptationOptions.defaults().withSteps(5);
        return new SiteTeacher(BASE, options, ThresholdRule.defaults(), remembers)
                .learn(
                        material.flows(),
                        material.triplets(),
                        material.benign(),
                        TrainingProgress.SILENT);
    }

    private static SiteModel model(Taught taught) throws ModelFormatException {
        byte[] file = ModelWriter.adaptor(BASE, taught.parts(), Map.of(), SigningKey.generate());
        return BASE.withAdaptor(file, "test");
    }

    private static Material honest() {
        List<Sequence> day = Destinations.sequences(Flows.site(FLOWS, 4));
        List<Sequence> all = new ArrayList<>(day);
        all.addAll(Destinations.sequences(Flows.scan(30, 1_800_000_000)));
        return Material.divide(all, triplets("C4x", "S"), day);
    }

    /** Scans are declared benign, and requests unlike them. */
    private static Material poisoned(int scans) {
        List<Conn> declared = new ArrayList<>(Flows.scan(scans, 1_700_000_100));
        declared.addAll(Flows.site(FLOWS - scans, 4));
        declared.sort(Destinations.ORDER);
        List<Sequence> benign = Destinations.sequences(declared);
        List<Sequence> all = new ArrayList<>(benign);
        all.addAll(Destinations.sequences(Flows.site(60, 5)));
        return Material.divide(all, triplets("S", "C5x"), benign);
    }

    private static List<Triplet> triplets(String ordinary, String strange) {
        List<Triplet> triplets = new ArrayList<>();
        for (int i = 10; i < 15; i++) {
            triplets.add(new Triplet(ordinary + i, ordinary + (i + 3), strange + i));
        }
        return triplets;
    }
}
