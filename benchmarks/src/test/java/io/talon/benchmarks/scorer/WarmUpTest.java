// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody is timed before the compilers are done. */
class WarmUpTest {
    private static WarmUp.Round round(double rate, double bytes, double compiling) {
        return new WarmUp.Round(List.of(new Slice(5e10, 0), new Slice(rate, bytes)), compiling);
    }

    private static List<WarmUp.Round> rounds(int first, WarmUp.Round... then) {
        return Stream.concat(
                        IntStream.range(0, first).mapToObj(i -> round(100_000, 0, 0)),
                        Stream.of(then))
                .toList();
    }

    @Test
    void roundsThatAreAlikeAreSteady() {
        assertThat(WarmUp.unsteady(rounds(5))).isEmpty();
        assertThat(WarmUp.unsteady(rounds(4, round(101_000, 0.5, 0.01)))).isEmpty();
    }

    @Test
    void aFewRoundsProveNothing() {
        assertThat(WarmUp.unsteady(rounds(4))).hasValue("only 4 rounds");
    }

    @Test
    void aCompilerAtWorkIsNotSteady() {
        assertThat(WarmUp.unsteady(rounds(8, round(100_000, 0, 0.3))))
                .hasValue("compilers took 0.30 of a round");
    }

    @Test
    void aLaneThatBecameFasterIsNotSteady() {
        assertThat(WarmUp.unsteady(rounds(8, round(120_000, 0, 0))))
                .hasValue("lane 1 went from 100000 to 120000");
    }

    @Test
    void aSlowRoundIsNoiseAndNotAReasonToWait() {
        assertThat(WarmUp.unsteady(rounds(8, round(50_000, 0, 0)))).isEmpty();
    }

    @Test
    void vectorsOnTheHeapAreNotSteady() {
        assertThat(WarmUp.unsteady(rounds(8, round(100_000, 320_000, 0))))
                .hasValue("lane 1 allocates ever different");
    }
}
