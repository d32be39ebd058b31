// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FoldsTest {
    private static Folds<Integer> folds(int flows) {
        return new Folds<>(IntStream.range(0, flows).boxed().toList());
    }

    @Property
    void everyFlowIsMeasuredByAFitAndAMemoryThatHaveNotSeenIt(
            @ForAll @IntRange(max = 500) int flows) {
        Folds<Integer> folds = folds(flows);
        for (int stretch = 0; stretch < Folds.STRETCHES; stretch++) {
            List<Integer> measured = folds.within(stretch);
            assertThat(measured)
                    .doesNotContainAnyElementsOf(seen(folds.without(Folds.fold(stretch))))
                    .doesNotContainAnyElementsOf(seen(folds.outside(stretch)));
            assertThat(folds.outside(stretch)).hasSize(flows - measured.size());
        }
    }

    /** Never empty, which the assertion would refuse. */
    private static List<Integer> seen(List<Integer> flows) {
        List<Integer> seen = new ArrayList<>(flows);
        seen.add(-1);
        return seen;
    }

    @Property
    void stretchesFollowOneAnotherInTime(@ForAll @IntRange(max = 500) int flows) {
        Folds<Integer> folds = folds(flows);
        List<Integer> measured =
                IntStream.range(0, Folds.STRETCHES)
                        .mapToObj(folds::within)
                        .flatMap(List::stream)
                        .toList();
        assertThat(measured).isEqualTo(IntStream.range(0, flows).boxed().toList());
    }

    @Property
    void everyFlowLiesInOneFold(@ForAll @IntRange(max = 500) int flows) {
        Folds<Integer> folds = folds(flows);
        List<Integer> both = new ArrayList<>(folds.without(0));
        both.addAll(folds.without(1));
        assertThat(both)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, flows).boxed().toList());
    }

    @Test
    void neighboursInTimeLieTogetherAndBothFoldsSeeAllParts() {
        List<Integer> first = folds(800).without(1);
        long gaps =
                IntStream.range(1, 400).filter(i -> first.get(i) - first.get(i - 1) > 1).count();
        assertThat(gaps).isEqualTo(3);
        assertThat(first.get(0)).isZero();
        assertThat(first.get(399)).isEqualTo(699);
    }
}
