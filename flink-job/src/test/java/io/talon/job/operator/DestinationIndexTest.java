// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
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
