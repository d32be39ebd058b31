// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class DestinationIndexTest {

    private final DestinationIndex index = new DestinationIndex(3);
    private final Map<String, Integer> flows = new HashMap<>();

    @Test
    void theFirstThatCameAndWasNotUsedSinceGivesWay() {
        add("t|s|a");
        add("t|s|b");
        add("t|s|c");
        use("t|s|a");

        assertThat(add("t|s|d")).isEqualTo("t|s|b");
        assertThat(add("t|s|e")).isEqualTo("t|s|c");
        assertThat(index.size()).isEqualTo(3);
    }

    @Test
    void whereAllAreUsedTheNewOneStaysAndTheFirstGivesWay() {
        add("t|s|a");
        add("t|s|b");
        add("t|s|c");
        flows.keySet().forEach(this::use);

        assertThat(add("t|s|d")).isEqualTo("t|s|a");
        assertThat(add("t|s|e")).isEqualTo("t|s|b");
    }

    @Test
    void oneNewDestinationLooksAtABoundedNumberOfOthers() {
        DestinationIndex large = new DestinationIndex(1_000);
        AtomicInteger looks = new AtomicInteger();
        ToIntFunction<String> alwaysUsed = key -> looks.incrementAndGet();
        for (int i = 0; i < 1_000; i++) {
            large.add("t|s|" + i, alwaysUsed);
        }
        looks.set(0);

        assertThat(large.add("t|s|new", alwaysUsed)).isNotNull();
        assertThat(looks.get()).isLessThan(100);
    }

    @Test
    void oneTenantTakesNothingFromAnother() {
        add("t|s|a");
        add("t|s|b");
        add("t|s|c");

        assertThat(add("other|s|a")).isNull();
        assertThat(index.size()).isEqualTo(4);
    }

    @Test
    void whatIsRemovedMakesRoom() {
        add("t|s|a");
        add("t|s|b");
        add("t|s|c");
        index.remove("t|s|b");

        assertThat(add("t|s|d")).isNull();
        assertThat(index.size()).isEqualTo(3);
    }

    private String add(String key) {
        use(key);
        return index.add(key, flows::get);
    }

    private void use(String key) {
        flows.merge(key, 1, Integer::sum);
    }
}
