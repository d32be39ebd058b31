// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.ctalvae.sequence.DatedExchange;
import io.talon.ctalvae.sequence.Exchange;
import java.util.List;
import org.junit.jupiter.api.Test;

class HabitsTest {
    private static final Habits HABITS =
            Habits.of(
                    List.of(
                            new Habits.Use("10.0.0.9", "10.0.0.1", 23),
                            new Habits.Use("10.0.0.9", "10.0.0.2", 23),
                            new Habits.Use("10.0.0.5", "10.0.0.3", 443),
                            new Habits.Use(null, null, 23)),
                    List.of(remembered("10.0.0.8", "10.0.0.4", 161)));

    @Test
    void aScannerThatScannedBeforeIsAHabitAtEveryServerThatIsUsed() {
        assertThat(HABITS.has(flows("10.0.0.9", "10.0.0.3", 23))).isTrue();
        assertThat(HABITS.has(flows("10.0.0.9", "10.0.0.4", 23))).isTrue();
    }

    @Test
    void whatLeftOnlyWhoTalkedToWhomIsAHabitToo() {
        assertThat(HABITS.has(flows("10.0.0.8", "10.0.0.4", 161))).isTrue();
        assertThat(HABITS.has(flows("10.0.0.8", "10.0.0.1", 161))).isTrue();
        assertThat(HABITS.has(flows("10.0.0.8", "10.0.0.1", 23))).isFalse();
    }

    @Test
    void anotherPortAnotherClientOrAServerThatNobodyUsedIsNone() {
        assertThat(HABITS.has(flows("10.0.0.9", "10.0.0.1", 22))).isFalse();
        assertThat(HABITS.has(flows("10.0.0.5", "10.0.0.1", 23))).isFalse();
        assertThat(HABITS.has(flows("10.0.0.5", "198.51.100.7", 443))).isFalse();
    }

    @Test
    void whoIsNotKnownHasNone() {
        assertThat(HABITS.has(flows(null, "10.0.0.1", 23))).isFalse();
        assertThat(HABITS.has(flows("10.0.0.9", null, 23))).isFalse();
    }

    private static FlowSequence flows(String source, String destination, Integer port) {
        return new FlowSequence(null, source, destination, port, false, null);
    }

    private static DatedExchange remembered(String source, String destination, int port) {
        return new DatedExchange(
                1,
                new Exchange(
                        Exchange.hash(source),
                        Exchange.hash(destination),
                        0,
                        port,
                        0,
                        Float.NaN,
                        Float.NaN,
                        0,
                        0));
    }
}
