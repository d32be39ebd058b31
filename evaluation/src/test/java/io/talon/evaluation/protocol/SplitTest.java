// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talon.simulator.site.SiteKind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SplitTest {
    private static Capture target;
    private static Split split;

    @BeforeAll
    static void cut() {
        target = SimulatedCaptures.attacked(SiteKind.SENSORS, 3);
        split = Split.of(target, Cut.DEFAULT, Integer.MAX_VALUE);
    }

    @Test
    void partsFollowEachOtherWithAnEmbargoBetween() {
        assertThat(max(split.adapt())).isLessThan(min(split.declared()) - 1);
        assertThat(max(split.declared())).isLessThan(min(split.test()) - 1);
    }

    @Test
    void onlyDeclaredBenignAndTestedFlowsAreOfKnownKind() {
        assertThat(list(split.declared()))
                .allMatch(i -> target.flows().get(i).kind() == Kind.BENIGN);
        assertThat(list(split.test()))
                .noneMatch(i -> target.flows().get(i).kind() == Kind.UNLABELLED);
        assertThat(list(split.adaptMalicious())).isSubsetOf(list(split.adapt()));
    }

    @Test
    void fitAndHoldShareTheDeclaredFlows() {
        assertThat(list(split.fit())).doesNotContainAnyElementsOf(list(split.hold()));
        assertThat(split.fit().length + split.hold().length).isEqualTo(split.declared().length);
    }

    @Test
    void thinningKeepsAllBenignFlows() {
        Split thinned = Split.of(target, Cut.DEFAULT, 20);

        assertThat(list(thinned.test())).isSubsetOf(list(split.test()));
        assertThat(Arrays.stream(thinned.test()).filter(this::isAttack).count()).isEqualTo(20);
        assertThat(Arrays.stream(thinned.test()).filter(i -> !isAttack(i)).count())
                .isEqualTo(Arrays.stream(split.test()).filter(i -> !isAttack(i)).count());
    }

    @Test
    void drawsOfTripletsAreRepeatableAndDiffer() {
        Shots first = Shots.draw(split, 5, 0);

        assertThat(Shots.draw(split, 5, 0).benign()).isEqualTo(first.benign());
        assertThat(Shots.draw(split, 5, 1).benign()).isNotEqualTo(first.benign());
        assertThat(list(first.benign()))
                .doesNotHaveDuplicates()
                .isSubsetOf(list(split.adaptBenign()));
        assertThat(list(first.negatives())).isSubsetOf(list(split.adaptMalicious()));
    }

    @Test
    void aTargetWithoutAttacksCannotBeMeasuredOn() {
        Capture clean = SimulatedCaptures.benign(SiteKind.SENSORS, 4);

        assertThatThrownBy(() -> Split.of(clean, Cut.DEFAULT, 10))
                .hasMessageContaining(clean.name())
                .hasMessageContaining("0 attacks");
    }

    private boolean isAttack(int i) {
        return target.flows().get(i).kind() == Kind.MALICIOUS;
    }

    private static List<Integer> list(int[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static int max(int[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }

    private static int min(int[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }
}
