// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talon.ctalvae.Flows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SequenceTest {

    @Test
    void destinationsDoNotMix() {
        List<Sequence> sequences = Destinations.sequences(Flows.site(9, 1));

        assertThat(sequences).hasSize(9);
        assertThat(sequences.get(8).uids()).containsExactly("C1x2", "C1x5", "C1x8");
    }

    @Test
    void orderOfTheInputDoesNotMatter() {
        var flows = Flows.site(30, 1);
        var shuffled = new ArrayList<>(flows);
        Collections.shuffle(shuffled, new Random(3));

        List<Sequence> a = Destinations.sequences(flows);
        List<Sequence> b = Destinations.sequences(shuffled);

        assertThat(b.stream().map(Sequence::uids))
                .isEqualTo(a.stream().map(Sequence::uids).toList());
    }

    @Test
    void sampleKeepsTheOrderAndTheHistories() {
        var flows = Flows.site(100, 1);
        List<List<String>> all =
                Destinations.sequences(flows).stream().map(Sequence::uids).toList();

        List<List<String>> sample =
                SequenceSample.of(flows, 20, 5).stream().map(Sequence::uids).toList();

        assertThat(sample).hasSize(20).doesNotHaveDuplicates().allMatch(all::contains);
        assertThat(sample.stream().map(all::indexOf)).isSorted();
        assertThat(SequenceSample.of(flows, 100, 5)).hasSize(100);
    }

    @Test
    void refusesValuesThatDoNotFillIt() {
        assertThatThrownBy(
                        () -> new Sequence("zeek-conn-v1", 60, new float[59], List.of("C1"), 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("60 values, not 59");
        assertThatThrownBy(() -> new Sequence("zeek-conn-v1", 60, new float[0], List.of(), 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
