// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.simulator.site.SiteKind;
import io.talon.zeek.Conn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What has nothing to do with behaviour tells nothing about the label. A naive Bayes classifier
 * sees such traces of half of the sites with their labels and must be at chance level on the
 * others, among flows of the same protocol and state.
 */
class LabelLeakTest {

    private static final int SITES = 16;
    private static final int FIRST_EPHEMERAL = 32_768;

    /** AUROC of a coin, within what so many flows leave to chance. */
    private static final double LOWEST = 0.46;

    private static final double HIGHEST = 0.54;

    private static List<Conn> known;
    private static List<Conn> unknown;

    @BeforeAll
    static void simulate() {
        known = new ArrayList<>();
        unknown = new ArrayList<>();
        for (int seed = 0; seed < SITES; seed++) {
            SiteKind kind = SiteKind.values()[seed % SiteKind.values().length];
            Simulation simulation =
                    Simulation.site(kind, 500 + seed)
                            .lasting(Duration.ofHours(6))
                            .withEveryAttack();
            List<Conn> side = seed % 8 < 4 ? known : unknown;
            simulation.flows(simulation.sites().get(0).name()).forEach(side::add);
        }
    }

    @Test
    void uidsTellNothing() {
        atChance(c -> IntStream.range(1, 10).mapToObj(i -> i + ":" + c.uid().charAt(i)).toList());
        atChance(c -> List.of("length " + c.uid().length()));
    }

    @Test
    void ephemeralPortsTellNothing() {
        atChance(
                c ->
                        c.origP() < FIRST_EPHEMERAL
                                ? List.of()
                                : List.of("p" + c.origP() / 64, "last " + c.origP() % 10));
    }

    @Test
    void fractionsOfTheSecondTellNothing() {
        atChance(
                c ->
                        List.of(
                                "f" + c.tsMicros() % 1_000_000 / 10_000,
                                "m" + c.tsMicros() % 1000 / 10,
                                "u" + c.tsMicros() % 10));
    }

    @Test
    void lastDigitsOfDurationsTellNothing() {
        atChance(
                c ->
                        c.durationMicros() == null || c.durationMicros() < 1000
                                ? List.of()
                                : List.of("d" + c.durationMicros() % 10));
    }

    @Test
    void absentColumnsTellNothing() {
        atChance(
                c ->
                        List.of(
                                "absent "
                                        + IntStream.range(0, 12)
                                                .filter(i -> column(c, i) == null)
                                                .boxed()
                                                .toList()));
    }

    private static Object column(Conn c, int i) {
        return switch (i) {
            case 0 -> c.durationMicros();
            case 1 -> c.origBytes();
            case 2 -> c.respBytes();
            case 3 -> c.connState();
            case 4 -> c.localOrig();
            case 5 -> c.localResp();
            case 6 -> c.history();
            case 7 -> c.origPkts();
            case 8 -> c.respIpBytes();
            case 9 -> c.ipProto();
            case 10 -> c.communityId();
            default -> c.sensor();
        };
    }

    private static void atChance(Function<Conn, List<String>> trace) {
        Strata strata = new Strata(trace);
        strata.learn(known);
        assertThat(strata.auroc(unknown))
                .as("mean over %s", strata.names(unknown))
                .isBetween(LOWEST, HIGHEST);
    }
}
