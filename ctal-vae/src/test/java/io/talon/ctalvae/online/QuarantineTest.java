// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.online;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.ctalvae.Flows;
import io.talon.ctalvae.calibrate.Acquaintance;
import io.talon.ctalvae.calibrate.Curve;
import io.talon.ctalvae.relation.Relation;
import io.talon.ctalvae.relation.SiteMemory;
import io.talon.ctalvae.sequence.Destinations;
import io.talon.ctalvae.sequence.Sequence;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuarantineTest {
    /** Rarity is surprise: −ln P of the client itself. */
    private static Acquaintance knowing(List<Sequence> benign) {
        Curve surprise = new Curve(new float[] {0, 1}, new float[] {0, 1});
        float[] weights = new float[Acquaintance.WEIGHTS];
        Arrays.fill(weights, 1);
        return new Acquaintance(
                SiteMemory.of(benign.stream().map(Sequence::exchange).toList()),
                Collections.nCopies(Relation.values().length, surprise),
                weights);
    }

    private static Sequence from(String client) {
        return Destinations.sequences(List.of(Flows.http("C" + client, 1e9).origH(client).build()))
                .get(0);
    }

    private static final List<Sequence> FEW_CLIENTS =
            IntStream.range(0, 300).mapToObj(i -> from("10.0.0." + i % 3)).toList();

    @Test
    void holdsAStrangerAndLetsThePeersOfTheServicePass() {
        Quarantine quarantine = new Quarantine(knowing(FEW_CLIENTS), 0.01);
        assertThat(quarantine.holds(from("203.0.113.77"))).isTrue();
        assertThat(quarantine.holds(from("10.0.0.2"))).isFalse();
    }

    @Test
    void aClearedStrangerIsReleasedAndNoOther() {
        Quarantine quarantine = new Quarantine(knowing(FEW_CLIENTS), 0.01);
        quarantine.release(from("203.0.113.77"));
        assertThat(quarantine.holds(from("203.0.113.77"))).isFalse();
        assertThat(quarantine.holds(from("203.0.113.78"))).isTrue();
    }

    @Test
    void whereEveryClientIsNewOneMoreIsNoStranger() {
        List<Sequence> crowd =
                IntStream.range(0, 300).mapToObj(i -> from("198.51." + i + ".1")).toList();
        assertThat(new Quarantine(knowing(crowd), 1e-5).holds(from("203.0.113.77"))).isFalse();
        assertThat(new Quarantine(knowing(FEW_CLIENTS), 1e-5).holds(from("203.0.113.77"))).isTrue();
    }

    @Test
    void withoutAMemoryOrALimitNobodyIsHeld() {
        assertThat(new Quarantine(null, 0.01).holds(from("203.0.113.77"))).isFalse();
        assertThat(new Quarantine(knowing(FEW_CLIENTS), 0).holds(from("203.0.113.77"))).isFalse();
    }
}
