// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.simulator.site.SiteKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BudgetTrialTest {
    private static final BenignStream STREAM =
            BenignStream.simulated(SiteKind.SENSORS, 77, 2, 1_000);

    @Test
    void halvesAreApartInTimeAndThinned() {
        assertThat(STREAM.declared()).hasSizeBetween(500, 1_000);
        assertThat(STREAM.later()).hasSizeBetween(500, 1_000);
        assertThat(STREAM.declared().get(STREAM.declared().size() - 1).endMicros())
                .isLessThan(STREAM.later().get(0).endMicros());
        assertThat(STREAM.attacks()).isNotEmpty();
    }

    @Test
    void aLargeBudgetIsSupportedAndKeptASmallOneIsRefused() {
        BudgetTrial trial = new BudgetTrial(STREAM, 1);

        Map<String, Double> large = trial.budget(0.2);
        Map<String, Double> small = trial.budget(0.001);

        assertThat(small).containsEntry("supported", 0.0).doesNotContainKey("supported.ratio");
        assertThat(small.get("needed")).isGreaterThanOrEqualTo(44_000);
        assertThat(large.get("ratio")).isBetween(0.5, 1.5);
        assertThat(trial.budget(0.2)).isEqualTo(new BudgetTrial(STREAM, 1).budget(0.2));
    }
}
