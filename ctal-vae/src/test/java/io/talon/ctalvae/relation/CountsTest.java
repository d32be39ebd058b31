// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CountsTest {

    @Test
    void countsAsAMapWouldHoweverManyKeysThereAre() {
        Counts counts = new Counts();
        TreeMap<Integer, Integer> expected = new TreeMap<>();
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            int key = random.nextInt(6_000) * 2_796;
            int times = 1 + random.nextInt(3);
            assertThat(counts.add(key, times)).isEqualTo(expected.merge(key, times, Integer::sum));
        }
        float[] keys = counts.keys();
        float[] found = counts.of(keys);
        assertThat(keys).hasSize(expected.size());
        int next = 0;
        for (var entry : expected.entrySet()) {
            assertThat(keys[next]).isEqualTo((float) entry.getKey());
            assertThat(found[next++]).isEqualTo((float) entry.getValue());
        }
    }

    @Test
    void nothingAddedIsNothing() {
        assertThat(new Counts().keys()).isEmpty();
    }
}
