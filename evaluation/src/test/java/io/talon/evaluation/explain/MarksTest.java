// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.talon.ctalvae.feature.Feature;
import io.talon.ctalvae.feature.FeatureProfiles;
import io.talon.ctalvae.relation.Relation;
import io.talon.simulator.attack.AttackFamily;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MarksTest {

    @Test
    void everyMarkIsAFeature() {
        Set<String> names =
                FeatureProfiles.ZEEK_CONN_V1.features().stream()
                        .map(Feature::name)
                        .collect(Collectors.toSet());
        for (Relation relation : Relation.values()) {
            names.add(relation.label());
        }
        for (AttackFamily family : AttackFamily.values()) {
            assertThat(names).containsAll(Marks.of(family));
            assertThat(Marks.of(family)).hasSizeLessThan(names.size() / 2);
        }
    }

    @Test
    void chanceIsThatOfADrawWithoutReplacement() {
        assertThat(Marks.chance(1, 10)).isCloseTo(0.3, within(1e-12));
        assertThat(Marks.chance(10, 10)).isEqualTo(1);
        assertThat(Marks.chance(0, 10)).isZero();
    }
}
