// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HabitsTest {
    private static final Habits HABITS =
            Habits.of(
                    List.of(
                            flows("10.0.0.9", "10.0.0.1", 23, true),
                            flows("10.0.0.9", "10.0.0.2", 23, true),
                            flows("10.0.0.5", "10.0.0.3", 443, true),
                            flows("10.0.0.66", "10.0.0.1", 445, false)));

    @Test
    void aScannerThatScannedBeforeIsAHabitAtEveryServerThatIsUsed() {
        assertThat(HABITS.has(flows("10.0.0.9", "10.0.0.3", 23, false))).isTrue();
    }

    @Test
    void anotherPortAnotherClientOrAServerThatNobodyUsedIsNone() {
        assertThat(HABITS.has(flows("10.0.0.9", "10.0.0.1", 22, false))).isFalse();
        assertThat(HABITS.has(flows("10.0.0.5", "10.0.0.1", 23, false))).isFalse();
        assertThat(HABITS.has(flows("10.0.0.5", "198.51.100.7", 443, false))).isFalse();
    }

    @Test
    void whatNobodyDeclaredBenignMakesNone() {
        assertThat(HABITS.has(flows("10.0.0.66", "10.0.0.1", 445, false))).isFalse();
    }

    @Test
    void whoIsNotKnownHasNone() {
        assertThat(HABITS.has(flows(null, "10.0.0.1", 23, false))).isFalse();
        assertThat(HABITS.has(flows("10.0.0.9", null, 23, false))).isFalse();
    }

    private static FlowSequence flows(
            String source, String destination, Integer port, boolean benign) {
        return new FlowSequence(null, source, destination, port, benign, null);
    }
}
