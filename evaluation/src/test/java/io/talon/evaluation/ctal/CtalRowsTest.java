// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.ctal;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.ctalvae.train.AdaptationOptions;
import io.talon.ctalvae.train.TrainingOptions;
import io.talon.evaluation.detector.NearestNeighbours;
import io.talon.evaluation.protocol.Capture;
import io.talon.evaluation.protocol.Cut;
import io.talon.evaluation.protocol.DetectorRow;
import io.talon.evaluation.protocol.Material;
import io.talon.evaluation.protocol.Shots;
import io.talon.evaluation.protocol.SimulatedCaptures;
import io.talon.evaluation.protocol.Split;
import io.talon.evaluation.protocol.Trial;
import io.talon.simulator.site.SiteKind;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CtalRowsTest {
    private static final Capture SOURCE = SimulatedCaptures.benign(SiteKind.SENSORS, 1);
    private static final Capture TARGET = SimulatedCaptures.attacked(SiteKind.SENSORS, 2);
    private static final Split SPLIT = Split.of(TARGET, Cut.DEFAULT, 20);

    @ParameterizedTest
    @EnumSource(Variant.class)
    void everyVariantScoresFinitelyAndTheSameTwice(Variant variant) {
        double[] first = scores(variant);
        double[] second = scores(variant);

        assertThat(second).isEqualTo(first);
        assertThat(first).hasSize(trial().scored().length);
        assertThat(Arrays.stream(first)).allMatch(Double::isFinite);
    }

    @Test
    void aSimpleDetectorWithTheMemorySeesMoreThanItsWindows() {
        RememberingRow row = new RememberingRow(new NearestNeighbours());
        double[] remembering = row.scores(trial()).values();

        assertThat(row.scores(trial()).values()).isEqualTo(remembering);
        assertThat(Arrays.stream(remembering)).allMatch(Double::isFinite);
        assertThat(remembering)
                .isNotEqualTo(
                        new DetectorRow(new NearestNeighbours(), Material.DECLARED)
                                .scores(trial())
                                .values());
    }

    private static double[] scores(Variant variant) {
        CtalRow row =
                new CtalRow(
                        variant,
                        Fusion.FUSED,
                        TrainingOptions.defaults().withSteps(3),
                        AdaptationOptions.defaults().withSteps(2),
                        new Cores());
        return row.scores(trial()).values();
    }

    private static Trial trial() {
        return new Trial(SOURCE, TARGET, SPLIT, Shots.draw(SPLIT, 2, 0), 3);
    }
}
