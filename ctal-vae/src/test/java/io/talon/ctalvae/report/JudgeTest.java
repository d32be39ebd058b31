// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final double WELL_APART = 1.0;

    private final Judge judge = new Judge();

    @Test
    void warnsWhereFarFewerInjectedAnomaliesAreFlaggedHoweverWellTheyAreToldApart() {
        judge.injected(flagged(42, 0), WELL_APART);

        assertThat(judge.reasons())
                .singleElement()
                .satisfies(
                        reason -> {
                            assertThat(reason.verdict()).isEqualTo(Verdict.WARN);
                            assertThat(reason.code()).isEqualTo("injected-unflagged");
                            assertThat(reason.text()).contains("0.0 %", "was 91.3 %");
                        });
    }

    @Test
    void aFewLessAreNoReason() {
        judge.injected(flagged(42, 38), WELL_APART);

        assertThat(judge.reasons()).isEmpty();
    }

    @Test
    void refusesBenignSequencesThatAllLookLikeAttacksBesideOrdinaryNegatives() {
        judge.declared(new Scored(new double[] {60, 70, 80}, 3), new Scored(new double[] {5}, 0));

        assertThat(judge.reasons())
                .singleElement()
                .satisfies(
                        reason -> {
                            assertThat(reason.verdict()).isEqualTo(Verdict.FAIL);
                            assertThat(reason.code()).isEqualTo("exchanged");
                        });
    }

    @Test
    void aSiteOfWhichTheUntaughtModelFlagsHalfMayBeTaught() {
        judge.declared(
                new Scored(new double[] {10, 20, 70, 80}, 2), new Scored(new double[] {5}, 0));

        assertThat(judge.reasons()).isEmpty();
    }

    @Test
    void soMayOneThatIsFlaggedWholeWithNegativesStrangerStill() {
        judge.declared(new Scored(new double[] {60, 70, 80}, 3), new Scored(new double[] {75}, 1));

        assertThat(judge.reasons()).isEmpty();
    }

    private static BeforeAfter flagged(int before, int after) {
        return new BeforeAfter(Share.of(before, 46), Share.of(after, 46), WELL_APART, WELL_APART);
    }
}
