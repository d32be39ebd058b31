// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.teach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;

class TeachReportTest {

    @Test
    void ratiosSayHowManyTimesFasterWeAre() {
        TeachReport report =
                new TeachReport(
                        "plain", 1, 60, of(2), of(0.5), of(5), of(1.5), of(4), of(3), of(20));

        assertThat(report.ratios())
                .containsExactly(
                        entry("adapt_to_samediff", 10.0), entry("pretrain_to_samediff", 5.0));
        assertThat(report.text()).contains("adapt_five_triplets_cold", "2.000 s of the thread");
    }

    /** Half of the time the thread waited. */
    private static Seconds of(double cpu) {
        return new Seconds(2 * cpu, cpu);
    }

    @Test
    void nobodyIsTimedWhoSeesOtherLosses() {
        TeachGate.compare("adaptation", List.of(5.0, 4.0), List.of(5.001, 4.0));

        assertThatThrownBy(
                        () -> TeachGate.compare("adaptation", List.of(5.0, 4.1), List.of(5.0, 4.0)))
                .hasMessageContaining("adaptation: at step 2 the loss is 4.1");
        assertThatThrownBy(() -> TeachGate.compare("a", List.of(Double.NaN), List.of(1.0)))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> TeachGate.compare("a", List.of(), List.of(1.0)))
                .hasMessageContaining("0 steps against 1");
    }
}
