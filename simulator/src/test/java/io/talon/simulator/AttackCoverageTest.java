// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.simulator.attack.AttackFamily;
import io.talon.simulator.attack.AttackPlan;
import io.talon.simulator.site.SiteKind;
import io.talon.zeek.Conn;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What those who measure detection rely on. */
class AttackCoverageTest {

    private static final Simulation STANDARD = Simulation.standard(21);

    @ParameterizedTest
    @EnumSource
    void everyFamilyHasEnoughFlowsInEveryRound(SiteKind kind) {
        Map<AttackFamily, Map<Integer, Integer>> flows = new EnumMap<>(AttackFamily.class);
        STANDARD.labelledFlows(kind.label())
                .forEach(
                        f ->
                                f.episode()
                                        .ifPresent(
                                                e ->
                                                        flows.computeIfAbsent(
                                                                        e.family(),
                                                                        k -> new TreeMap<>())
                                                                .merge(
                                                                        e.number(),
                                                                        1,
                                                                        Integer::sum)));

        for (AttackFamily family : AttackFamily.values()) {
            if (family.possibleAt(kind)) {
                assertThat(flows.get(family)).as(family.label()).hasSize(AttackPlan.ROUNDS.size());
                assertThat(flows.get(family).values()).as(family.label()).allMatch(n -> n >= 15);
                assertThat(flows.get(family).values().stream().mapToInt(n -> n).sum())
                        .as(family.label())
                        .isGreaterThanOrEqualTo(50);
            } else {
                assertThat(flows).doesNotContainKey(family);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theBeginningAndThePauseAreBenign(SiteKind kind) {
        long start = STANDARD.start().getEpochSecond() * 1_000_000;
        double length = STANDARD.duration().toNanos() / 1000.0;
        long[] firstAttack = {Long.MAX_VALUE};
        int[] benignPerPercent = new int[101];
        STANDARD.labelledFlows(kind.label())
                .forEach(
                        f -> {
                            double share = (f.conn().tsMicros() - start) / length;
                            if (f.episode().isPresent()) {
                                firstAttack[0] = Math.min(firstAttack[0], f.conn().tsMicros());
                                assertThat(
                                                share > 0.40 && share < 0.50
                                                        || share > 0.72 && share < 0.75)
                                        .as("an attack in a pause: %s", share)
                                        .isFalse();
                            } else {
                                benignPerPercent[(int) (share * 100)]++;
                            }
                        });
        assertThat((firstAttack[0] - start) / length).isBetween(0.15, 0.25);
        for (int percent = 0; percent < 97; percent++) {
            assertThat(benignPerPercent[percent]).as("benign flows at %d %%", percent).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFailedConnectionIsNoSignOfAnAttack(SiteKind kind) {
        Map<String, int[]> byState = new HashMap<>();
        Simulation.site(kind, 22)
                .flows(kind.label() + "-22")
                .forEach(
                        c ->
                                byState.computeIfAbsent(c.proto() + c.connState(), k -> new int[1])[
                                        0]++);
        int flows = byState.values().stream().mapToInt(n -> n[0]).sum();

        for (String failure : List.of("tcpS0", "tcpREJ", "tcpRSTO", "tcpRSTR", "tcpS1", "udpS0")) {
            assertThat(byState.getOrDefault(failure, new int[1])[0]).as(failure).isGreaterThan(5);
        }
        assertThat(byState.get("tcpS0")[0] + byState.get("tcpREJ")[0])
                .isBetween(flows / 400, flows / 8);
    }

    @ParameterizedTest
    @EnumSource
    void attacksPartlyHitDestinationsThatAlsoHaveBenignTraffic(SiteKind kind) {
        Set<String> benign = new HashSet<>();
        Set<String> attacked = new HashSet<>();
        STANDARD.flows(kind.label())
                .forEach(c -> (c.label().equals("Benign") ? benign : attacked).add(c.respH()));
        Set<String> shared = new HashSet<>(attacked);
        shared.retainAll(benign);

        assertThat(shared).hasSizeGreaterThan(5);
        assertThat(attacked).hasSizeGreaterThan(shared.size());
    }

    @ParameterizedTest
    @EnumSource(AttackFamily.class)
    void oneEpisodeKeepsToItsTime(AttackFamily family) {
        Duration after = Duration.ofMinutes(30);
        Simulation simulation =
                Simulation.site(SiteKind.PLANT, 23)
                        .lasting(Duration.ofHours(3))
                        .withAttack("plant-23", family.attack(after, Duration.ofMinutes(20), 0.5));
        Episode episode = simulation.episodes("plant-23").get(0);
        List<Conn> attack =
                simulation
                        .labelledFlows("plant-23")
                        .filter(f -> f.episode().isPresent())
                        .map(SimulatedFlow::conn)
                        .toList();

        assertThat(attack).hasSizeGreaterThan(12);
        assertThat(attack)
                .allSatisfy(
                        c ->
                                assertThat(c.tsMicros())
                                        .isBetween(
                                                episode.from().toEpochMilli() * 1000,
                                                episode.until().toEpochMilli() * 1000));
    }
}
