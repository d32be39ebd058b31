// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FoldsTest {
    private static Folds<Integer> folds(int flows) {
        return new Folds<>(IntStream.range(0, flows).boxed().toList());
    }

    @Property
    void everyFlowLiesInOneFoldAndIsMeasuredByTheOther(@ForAll @IntRange(max = 500) int flows) {
        Folds<Integer> folds = folds(flows);
        for (int fold = 0; fold < Folds.FOLDS; fold++) {
            Set<Integer> both = new HashSet<>(folds.of(fold));
            both.addAll(folds.without(fold));
            assertThat(both).hasSize(flows);
            assertThat(folds.of(fold).size() + folds.without(fold).size()).isEqualTo(flows);
        }
    }

    @Property
    void measuresComeBackInTheOrderOfTime(@ForAll @IntRange(max = 500) int flows) {
        Folds<Integer> folds = folds(flows);
        double[] measured =
                Stream.concat(folds.of(0).stream(), folds.of(1).stream())
                        .mapToDouble(Integer::doubleValue)
                        .toArray();
        assertThat(folds.inTime(measured))
                .containsExactly(IntStream.range(0, flows).asDoubleStream().toArray());
    }

    @Test
    void neighboursInTimeLieTogetherAndBothFoldsSeeAllParts() {
        List<Integer> first = folds(800).of(0);
        long gaps =
                IntStream.range(1, 400).filter(i -> first.get(i) - first.get(i - 1) > 1).count();
        assertThat(gaps).isEqualTo(3);
        assertThat(first.get(0)).isZero();
        assertThat(first.get(399)).isEqualTo(699);
    }
}
