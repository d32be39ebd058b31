// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.ctalvae.Flows;
import io.talon.ctalvae.TrainedModel;
import io.talon.ctalvae.adapt.AdaptationException;
import io.talon.ctalvae.adapt.SiteTeacher;
import io.talon.ctalvae.adapt.Triplet;
import io.talon.ctalvae.calibrate.ThresholdRule;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.model.SiteParts;
import io.talon.ctalvae.sequence.Destinations;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.ctalvae.train.AdaptationOptions;
import io.talon.ctalvae.train.TrainingProgress;
import io.talon.zeek.Conn;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeachingCheckTest {
    private static final SiteModel MODEL = TrainedModel.model();
    private static final double SHARE = 0.01;

    private final List<Sequence> benign = Destinations.sequences(Flows.site(200, 4));
    private final List<Sequence> flows = flows();

    private static List<Sequence> flows() {
        List<Conn> flows = new ArrayList<>(Flows.site(100, 5));
        flows.addAll(Flows.scan(20, flows.get(99).endMicros() / 1e6));
        return Destinations.sequences(flows);
    }

    private TeachingCheck check(List<Sequence> declared, Triplet... triplets) {
        return new TeachingCheck(MODEL, flows, List.of(triplets), declared);
    }

    private static boolean refused(List<Finding> findings, String... words) {
        return findings.stream()
                .filter(Finding::refuses)
                .anyMatch(f -> List.of(words).stream().allMatch(f.message()::contains));
    }

    private static boolean warned(List<Finding> findings, String... words) {
        return findings.stream()
                .filter(f -> !f.refuses())
                .anyMatch(f -> List.of(words).stream().allMatch(f.message()::contains));
    }

    @Test
    void goodMaterialIsNotRefused() {
        List<Finding> findings =
                check(benign, new Triplet("C5x30", "C5x33", "S15"), new Triplet("C5x6", null, "S9"))
                        .before(SHARE);
        assertThat(findings).noneMatch(Finding::refuses);
    }

    @Test
    void unusableTripletsAreCountedAndNamed() {
        List<Finding> findings =
                check(benign, new Triplet("C5x30", null, "S9"), new Triplet("C5x31", null, "X1"))
                        .before(SHARE);
        assertThat(refused(findings, "1 of 2 triplets are usable", "X1")).isTrue();
        Triplet same = new Triplet("C5x30", null, "S9");
        assertThat(warned(check(benign, same, same).before(SHARE), "1 of 2", "repeat")).isTrue();
    }

    @Test
    void contradictionsAreRefused() {
        assertThat(
                        refused(
                                check(
                                                benign,
                                                new Triplet("C5x30", null, "S9"),
                                                new Triplet("S9", null, "S10"))
                                        .before(SHARE),
                                "contradict",
                                "S9"))
                .isTrue();
        assertThat(
                        refused(
                                check(benign, new Triplet("C5x30", null, "C4x7")).before(SHARE),
                                "C4x7",
                                "declared benign"))
                .isTrue();
    }

    @Test
    void aNegativeThatEqualsAnOrdinaryFlowIsSaid() {
        Conn one = Flows.http("A1", 1_800_000_000).respH("203.0.113.1").build();
        Conn other = Flows.http("A2", 1_800_000_000).respH("203.0.113.2").build();
        TeachingCheck check =
                new TeachingCheck(
                        MODEL,
                        Destinations.sequences(List.of(one, other)),
                        List.of(new Triplet("A1", null, "A2")),
                        benign);
        assertThat(warned(check.before(SHARE), "A2", "A1", "same value")).isTrue();
    }

    @Test
    void negativesNearerThanPositivesAreSaid() {
        List<Finding> findings = check(benign, new Triplet("C5x30", "S12", "C5x33")).before(SHARE);
        assertThat(warned(findings, "1 of 1 triplets", "nearer", "C5x33")).isTrue();
    }

    @Test
    void aSliceTooSmallForTheBudgetSaysHowManyFlowsAreNeeded() {
        List<Finding> findings = check(benign).before(0.001);
        assertThat(warned(findings, "200 benign flows", "0.1 %", "999")).isTrue();
        assertThat(warned(check(benign).before(0.01), "cannot promise")).isFalse();
    }

    @Test
    void constantAndMissingFeaturesAreNamed() {
        List<Conn> alike = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            alike.add(
                    Flows.http("D" + i, 1_700_000_000 + 60.0 * i)
                            .durationMicros(null)
                            .respBytes(null)
                            .build());
        }
        List<Finding> findings = check(Destinations.sequences(alike)).before(SHARE);
        assertThat(warned(findings, "no benign flow", "duration", "resp_bytes")).isTrue();
        assertThat(warned(findings, "orig_bytes", "never change")).isTrue();
    }

    @Test
    void flowsAlikeInEverythingAreRefused() {
        List<Conn> alike = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            alike.add(Flows.http("E" + i, 1_700_000_000).respH("192.0.2." + i).build());
        }
        assertThat(refused(check(Destinations.sequences(alike)).before(SHARE), "30", "alike"))
                .isTrue();
    }

    @Test
    void aSiteTaughtUpsideDownIsRefusedAfterwards() throws AdaptationException {
        List<Sequence> scan = Destinations.sequences(Flows.scan(60, 1_800_000_000));
        SiteParts taughtOnTheScan =
                new SiteTeacher(
                                MODEL,
                                AdaptationOptions.defaults(),
                                ThresholdRule.defaults(),
                                false)
                        .teach(benign, List.of(), scan, TrainingProgress.SILENT);
        Triplet[] triplets = {
            new Triplet("C4x1", null, "S50"),
            new Triplet("C4x2", null, "S51"),
            new Triplet("C4x3", null, "S52")
        };
        TeachingCheck check = new TeachingCheck(MODEL, scan, List.of(triplets), benign);

        assertThat(refused(check.after(taughtOnTheScan), "inverted")).isTrue();

        SiteParts taughtOnItsTraffic =
                new SiteTeacher(
                                MODEL,
                                AdaptationOptions.defaults().withSteps(30),
                                ThresholdRule.defaults())
                        .teach(scan, List.of(triplets), benign, TrainingProgress.SILENT);
        assertThat(check.after(taughtOnItsTraffic)).noneMatch(Finding::refuses);
    }
}
