// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LeftOutTest {
    private final Random random = new Random(5);

    private List<List<float[]>> around(int axis) {
        return List.of(some(axis), some(axis));
    }

    private List<float[]> some(int axis) {
        return Stream.generate(
                        () -> {
                            float[] v = new float[8];
                            for (int i = 0; i < v.length; i++) {
                                v[i] = (i == axis ? 5 : 0) + 0.5f * (float) random.nextGaussian();
                            }
                            return v;
                        })
                .limit(100)
                .toList();
    }

    private Map<String, List<List<float[]>>> families() {
        return Map.of("a", around(0), "b", around(1), "c", around(2));
    }

    @Test
    void knownFamiliesAreNamedAndTheLeftOutOneIsUnknown() {
        Map<String, Double> measures = LeftOut.of(families(), families(), "b", 0.05);
        assertThat(measures.get("nearest")).isEqualTo(1);
        assertThat(measures.get("macro F1")).isGreaterThan(0.9);
        assertThat(measures.get("unknown recall")).isGreaterThan(0.95);
    }

    @Test
    void aFamilyThatLooksLikeAnotherIsNotUnknown() {
        Map<String, List<List<float[]>>> families =
                Map.of("a", around(0), "b", around(1), "twin of a", around(0));
        Map<String, Double> measures = LeftOut.of(families, families, "twin of a", 0.05);
        assertThat(measures.get("unknown recall")).isLessThan(0.2);
    }
}
