// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.simulator.site.SiteKind;
import io.talon.zeek.Conn;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sites of one kind differ in what a detector sees, and people keep hours. */
class DomainShiftTest {

    private static List<Conn> flows(SiteKind kind, long seed, Duration duration) {
        return Simulation.site(kind, seed)
                .lasting(duration)
                .flows(kind.label() + "-" + seed)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void sitesOfOneKindDiffer(SiteKind kind) {
        List<List<Conn>> sites =
                IntStream.range(100, 112)
                        .mapToObj(seed -> flows(kind, seed, Duration.ofHours(12)))
                        .toList();

        assertThat(spread(sites, List::size)).as("flows").isGreaterThan(1.5);
        assertThat(spread(sites, s -> s.stream().map(Conn::respH).distinct().count()))
                .as("destinations")
                .isGreaterThan(1.2);
        assertThat(
                        spread(
                                sites,
                                s -> median(s, c -> c.respIpBytes() == null ? 0 : c.respIpBytes())))
                .as("bytes")
                .isGreaterThan(1.3);
        assertThat(
                        spread(
                                sites,
                                s ->
                                        median(
                                                s,
                                                c ->
                                                        c.durationMicros() == null
                                                                ? 0
                                                                : c.durationMicros())))
                .as("duration")
                .isGreaterThan(1.5);
    }

    @Test
    void peopleComeInTheMorningAndStayHomeAtTheWeekend() {
        List<Conn> week =
                flows(SiteKind.OFFICE, 31, Duration.ofDays(7)).stream()
                        .filter(c -> c.service().contains("ssl"))
                        .toList();
        int[] perHour = new int[7 * 24];
        long start = Simulation.USUAL_START.getEpochSecond() * 1_000_000;
        week.forEach(c -> perHour[(int) ((c.tsMicros() - start) / 3_600_000_000L)]++);

        int[] tuesday = Arrays.copyOfRange(perHour, 24, 48);
        int busiest = Arrays.stream(tuesday).max().orElseThrow();
        int calmest = Arrays.stream(tuesday).min().orElseThrow();
        int workday = Arrays.stream(perHour, 48, 72).sum();
        int sunday = Arrays.stream(perHour, 144, 168).sum();

        assertThat(busiest).isGreaterThan(3 * calmest);
        assertThat(workday).isGreaterThan(2 * sunday);
    }

    /** Third largest over third smallest: the spread without the extremes. */
    private static double spread(List<List<Conn>> sites, ToDoubleFunction<List<Conn>> measure) {
        double[] values = sites.stream().mapToDouble(measure).sorted().toArray();
        return values[values.length - 3] / Math.max(1, values[2]);
    }

    private static double median(List<Conn> flows, ToDoubleFunction<Conn> value) {
        double[] values =
                flows.stream()
                        .filter(c -> c.proto().equals("tcp") && c.connState().equals("SF"))
                        .mapToDouble(value)
                        .sorted()
                        .toArray();
        return values[values.length / 2];
    }
}
