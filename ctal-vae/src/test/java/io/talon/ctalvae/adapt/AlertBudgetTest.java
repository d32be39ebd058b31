// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.adapt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.talon.ctalvae.Flows;
import io.talon.ctalvae.TrainedModel;
import io.talon.ctalvae.calibrate.Calibration;
import io.talon.ctalvae.sequence.Destinations;
import io.talon.ctalvae.sequence.Sequence;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertBudgetTest {
    private static final Calibration CALIBRATION = TrainedModel.model().site().calibration();

    /** 400 flows, one each 25 seconds on average. */
    private final List<Sequence> benign = Destinations.sequences(Flows.site(400, 8));

    @Test
    void aShareIsTheThresholdOnP() throws AdaptationException {
        assertThat(AlertBudget.parse("5%").applied(CALIBRATION, benign).threshold())
                .isCloseTo(0.05, within(1e-12));
        assertThat(AlertBudget.parse("0.05")).isEqualTo(AlertBudget.parse("5%"));
    }

    @Test
    void flowsADayAreAShareOfTheSitesFlowsADay() throws AdaptationException {
        double flowsPerDay = 86_400 / 25.0;
        assertThat(AlertBudget.parse("200/day").applied(CALIBRATION, benign).threshold())
                .isCloseTo(200 / flowsPerDay, within(0.003));
    }

    @Test
    void tooFewFlowsForTheBudgetAreRefusedWithTheNumberNeeded() {
        assertThatThrownBy(() -> AlertBudget.parse("0.1%").applied(CALIBRATION, benign))
                .isInstanceOf(AdaptationException.class)
                .hasMessageContaining("takes 10000 benign flows, there are 400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "100%", "1", "-1", "ten", "5/hour", "0/day"})
    void otherTextIsRefused(String text) {
        assertThatThrownBy(() -> AlertBudget.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
