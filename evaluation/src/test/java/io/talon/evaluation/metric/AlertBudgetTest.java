// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AlertBudgetTest {
    private static final long HOUR = 3_600_000_000L;

    @Test
    void flowsOfOneDestinationAndHourAreOneAlert() {
        double[] scores = {9, 9.5, 9.7, 5, 1};
        boolean[] attack = {true, true, true, false, true};
        String[] destination = {"a", "a", "a", "b", "c"};
        long[] end = {0, 1, 2, 24 * HOUR, 3};

        AlertBudget one = AlertBudget.of(scores, attack, destination, end, 1);

        assertThat(one).isEqualTo(new AlertBudget(9, 1, 0.75, 0.5, 1));
    }

    @Test
    void equalScoresAreRaisedTogetherOrNotAtAll() {
        double[] scores = {3, 2, 2, 1};
        boolean[] attack = {false, true, true, false};
        String[] destination = {"a", "b", "c", "d"};
        long[] end = {0, 1, 2, 24 * HOUR};

        AlertBudget two = AlertBudget.of(scores, attack, destination, end, 2);
        AlertBudget three = AlertBudget.of(scores, attack, destination, end, 3);

        assertThat(two.alerts()).isEqualTo(1);
        assertThat(two.flowRecall()).isZero();
        assertThat(three.alerts()).isEqualTo(3);
        assertThat(three.flowRecall()).isEqualTo(1);
        assertThat(three.precision()).isEqualTo(2 / 3.0);
    }

    @Test
    void aBenignFlowInAnAttackedHourIsNoHit() {
        AlertBudget found =
                AlertBudget.of(
                        new double[] {9, 1, 5},
                        new boolean[] {false, true, false},
                        new String[] {"a", "a", "b"},
                        new long[] {0, 1, 24 * HOUR},
                        1);

        assertThat(found.alerts()).isEqualTo(1);
        assertThat(found.precision()).isZero();
        assertThat(found.episodeRecall()).isZero();
    }

    @Test
    void constantScoresRaiseNothing() {
        double[] scores = new double[100];
        boolean[] attack = new boolean[100];
        String[] destination = new String[100];
        long[] end = new long[100];
        Arrays.setAll(destination, i -> "host" + i);
        Arrays.setAll(end, i -> i * HOUR);
        attack[7] = true;

        assertThat(AlertBudget.of(scores, attack, destination, end, 10).alerts()).isZero();
    }
}
