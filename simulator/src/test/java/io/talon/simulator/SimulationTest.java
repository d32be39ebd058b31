// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talon.simulator.attack.AttackFamily;
import io.talon.simulator.site.SiteKind;
import io.talon.zeek.Conn;
import io.talon.zeek.ConnColumns;
import io.talon.zeek.ConnWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulationTest {

    private static final Duration SHORT = Duration.ofHours(3);

    @ParameterizedTest
    @EnumSource
    void sameSeedGivesTheSameBytes(SiteKind kind) throws IOException {
        assertThat(log(Simulation.site(kind, 5).lasting(SHORT).withEveryAttack()))
                .isEqualTo(log(Simulation.site(kind, 5).lasting(SHORT).withEveryAttack()));
    }

    @ParameterizedTest
    @EnumSource
    void anotherSeedGivesAnotherSite(SiteKind kind) {
        Set<String> one = hosts(Simulation.site(kind, 5).lasting(SHORT));
        Set<String> two = hosts(Simulation.site(kind, 6).lasting(SHORT));

        assertThat(one)
                .doesNotContainAnyElementsOf(two.stream().filter(h -> !h.startsWith("2")).toList());
    }

    @ParameterizedTest
    @EnumSource
    void flowsComeInTheOrderOfTheirEndAndWithinTheTime(SiteKind kind) {
        Simulation simulation = Simulation.site(kind, 7).lasting(SHORT).withEveryAttack();
        long start = simulation.start().getEpochSecond() * 1_000_000;
        long[] last = {start};
        simulation
                .flows(simulation.sites().get(0).name())
                .forEach(
                        flow -> {
                            assertThat(flow.endMicros()).isGreaterThanOrEqualTo(last[0]);
                            assertThat(flow.tsMicros()).isGreaterThanOrEqualTo(start);
                            last[0] = flow.endMicros();
                        });
        assertThat(last[0])
                .isBetween(
                        start + SHORT.toSeconds() * 900_000, start + SHORT.toSeconds() * 1_000_000);
    }

    @ParameterizedTest
    @EnumSource
    void attacksDoNotChangeTheBenignFlows(SiteKind kind) {
        Simulation calm = Simulation.site(kind, 8).lasting(SHORT);

        List<Conn> benign =
                calm.withEveryAttack()
                        .flows(calm.sites().get(0).name())
                        .filter(flow -> flow.label().equals("Benign"))
                        .toList();

        assertThat(benign).isEqualTo(calm.flows(calm.sites().get(0).name()).toList());
    }

    @Test
    void labelsSayWhatTheEpisodeSays() {
        Simulation.standard(9)
                .lasting(SHORT)
                .labelledFlows("office")
                .forEach(
                        flow -> {
                            String family =
                                    flow.episode().map(e -> e.family().label()).orElse(null);
                            assertThat(flow.conn().detailedLabel()).isEqualTo(family);
                            assertThat(flow.conn().label())
                                    .isEqualTo(family == null ? "Benign" : "Malicious");
                        });
    }

    @Test
    void isLazy() {
        Simulation century = Simulation.site(SiteKind.OFFICE, 1).lasting(Duration.ofDays(36_500));

        assertThat(century.flows("office-1").limit(10_000)).hasSize(10_000);
    }

    @Test
    void sitesForTrainingDifferFromThoseThatAreShown() {
        Set<Long> training =
                Simulation.benign(20, 1).sites().stream()
                        .map(SimulatedSite::seed)
                        .collect(Collectors.toSet());
        Set<Long> shown =
                Simulation.standard(1).sites().stream()
                        .map(SimulatedSite::seed)
                        .collect(Collectors.toSet());

        assertThat(training).hasSize(80).doesNotContainAnyElementsOf(shown);
    }

    @Test
    void refusesWhatCannotBe() {
        Simulation office = Simulation.site(SiteKind.OFFICE, 1);

        assertThatThrownBy(() -> office.flows("shed"))
                .hasMessage("there is no site shed among [office-1]");
        assertThatThrownBy(
                        () ->
                                office.withAttack(
                                        "office-1",
                                        AttackFamily.MODBUS_WRITE.attack(Duration.ZERO, SHORT, 1)))
                .hasMessage(
                        "modbus-write is not possible at office-1: sites of kind office have no"
                                + " Modbus devices");
        assertThatThrownBy(() -> office.lasting(Duration.ZERO))
                .hasMessageContaining("must be above 0");
        assertThatThrownBy(() -> AttackFamily.BEACONING.attack(Duration.ZERO, SHORT, 0))
                .hasMessageContaining("intensity");
        assertThatThrownBy(() -> SimulatedSite.benign(SiteKind.PLANT, 1).named("../x"))
                .hasMessageContaining("is no name");
        assertThatThrownBy(
                        () ->
                                Simulation.of(
                                        1,
                                        List.of(
                                                SimulatedSite.benign(SiteKind.PLANT, 1),
                                                SimulatedSite.benign(SiteKind.PLANT, 1))))
                .hasMessage("two sites are called plant-1");
    }

    @Test
    void movesWithItsStart() {
        Simulation then = Simulation.site(SiteKind.PLANT, 2).lasting(Duration.ofHours(1));
        Simulation later = then.startingAt(then.start().plus(Duration.ofDays(7)));
        long week = 7 * 86_400_000_000L;

        List<Conn> moved =
                then.flows("plant-2")
                        .map(c -> c.toBuilder().tsMicros(c.tsMicros() + week).build())
                        .toList();

        assertThat(later.start()).isEqualTo(Instant.parse("2026-01-12T00:00:00Z"));
        // Outages are tied to the clock, so only most of the flows are the same.
        Set<Conn> same = new HashSet<>(later.flows("plant-2").toList());
        assertThat(moved.stream().filter(same::contains).count()).isGreaterThan(moved.size() / 2);
    }

    private static Set<String> hosts(Simulation simulation) {
        return simulation
                .flows(simulation.sites().get(0).name())
                .filter(Conn::localOrig)
                .map(Conn::origH)
                .collect(Collectors.toSet());
    }

    private static byte[] log(Simulation simulation) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ConnWriter writer = ConnWriter.tsv(out, ConnColumns.ALL)) {
            for (Conn flow :
                    (Iterable<Conn>) simulation.flows(simulation.sites().get(0).name())::iterator) {
                writer.write(flow);
            }
        }
        return out.toByteArray();
    }
}
