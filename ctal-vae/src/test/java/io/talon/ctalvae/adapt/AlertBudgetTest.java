// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.adapt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.talon.ctalvae.TrainedModel;
import io.talon.ctalvae.calibrate.Calibration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertBudgetTest {
    private static final Calibration CALIBRATION = TrainedModel.model().site().calibration();

    private static final long DAY = 86_400_000_000L;

    private static double[] independent(int n) {
        return new Random(8).doubles(n).map(u -> -Math.log(1 - u)).toArray();
    }

    @Test
    void aShareIsTheThresholdOnP() throws AdaptationException {
        Calibration applied = AlertBudget.parse("5%").applied(CALIBRATION, independent(2_000), DAY);
        assertThat(applied.threshold()).isCloseTo(0.05, within(1e-12));
        assertThat(AlertBudget.parse("0.05")).isEqualTo(AlertBudget.parse("5%"));
    }

    @Test
    void flowsADayAreAShareOfTheSitesFlowsADay() throws AdaptationException {
        Calibration applied =
                AlertBudget.parse("200/day").applied(CALIBRATION, independent(8_000), 2 * DAY);
        assertThat(applied.threshold()).isCloseTo(200 / 4_000.0, within(1e-12));
    }

    @Test
    void tooFewFlowsForTheBudgetAreRefusedWithTheNumberNeeded() {
        assertThatThrownBy(
                        () -> AlertBudget.parse("0.1%").applied(CALIBRATION, independent(400), DAY))
                .isInstanceOf(AdaptationException.class)
                .hasMessageContaining("there are 400 of 1.00 days")
                .hasMessageFindingMatch("takes about \\d{5,} benign flows");
    }

    @Test
    void aBudgetOfMoreThanTheSitesFlowsIsRefused() {
        assertThatThrownBy(
                        () ->
                                AlertBudget.parse("500/day")
                                        .applied(CALIBRATION, independent(400), DAY))
                .isInstanceOf(AdaptationException.class)
                .hasMessageContaining("fewer benign flows a day");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "100%", "1", "-1", "ten", "5/hour", "0/day"})
    void otherTextIsRefused(String text) {
        assertThatThrownBy(() -> AlertBudget.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
