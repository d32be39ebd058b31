// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.ctalvae.type.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LeftOutTest {
    private final Random random = new Random(5);

    private List<Example> around(String type, int axis) {
        List<Example> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            float[] v = new float[8];
            for (int f = 0; f < v.length; f++) {
                v[f] = (f == axis ? 5 : 0) + 0.5f * (float) random.nextGaussian();
            }
            all.add(new Example(type, "site " + i % 2, v));
        }
        return all;
    }

    private List<Example> families(String third, int axis) {
        List<Example> all = new ArrayList<>(around("a", 0));
        all.addAll(around("b", 1));
        all.addAll(around(third, axis));
        return all;
    }

    @Test
    void knownFamiliesAreNamedAndTheLeftOutOneIsUnknown() {
        List<Example> families = families("c", 2);
        Map<String, Double> measures = LeftOut.of(families, families, "b", 0.05, 0.1);
        assertThat(measures.get("nearest")).isEqualTo(1);
        assertThat(measures.get("macro F1")).isGreaterThan(0.9);
        assertThat(measures.get("unknown recall")).isGreaterThan(0.95);
    }

    @Test
    void aFamilyThatLooksLikeAnotherIsNotUnknown() {
        List<Example> families = families("twin of a", 0);
        Map<String, Double> measures = LeftOut.of(families, families, "twin of a", 0.05, 0.1);
        assertThat(measures.get("unknown recall")).isLessThan(0.2);
    }
}
