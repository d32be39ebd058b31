// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalTest {
    @Test
    void usesStudentsTForFewRepetitions() {
        Interval interval = Interval.of(new double[] {1, 2, 3, 4, 5});

        assertThat(interval.mean()).isEqualTo(3);
        // t(0.975, 4) = 2.776445 (tables) times sqrt(2.5 / 5)
        assertThat(interval.halfWidth()).isCloseTo(2.776445 * Math.sqrt(0.5), within(1e-6));
    }

    @Test
    void measuresThatDoNotExistAreLeftOut() {
        assertThat(Interval.of(new double[] {Double.NaN, 4, 4})).isEqualTo(new Interval(4, 0, 2));
    }

    @Test
    void pairsRemoveWhatBothSidesShare() {
        double[] theirs = {0.1, 0.5, 0.9};
        double[] ours = {0.11, 0.512, 0.91};

        assertThat(Interval.paired(ours, theirs).isAboveZero()).isTrue();
        assertThat(Interval.paired(theirs, ours).isBelowZero()).isTrue();
        assertThat(Interval.paired(ours, ours).isAboveZero()).isFalse();
    }
}
