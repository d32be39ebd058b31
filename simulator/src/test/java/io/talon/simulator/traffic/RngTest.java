// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RngTest {

    @Test
    void drawsTheSameOnEveryMachine() {
        Rng rng = new Rng(42);

        assertThat(IntStream.range(0, 3).mapToObj(i -> Long.toHexString(rng.nextLong())))
                .containsExactly("f4abd143feb24055", "7c816738c12903b2", "113e5dec6f8fd8a8");
        assertThat(rng.normal()).isEqualTo(1.370003636900023);
        assertThat(rng.logNormal(100, 0.5)).isEqualTo(96.88940332120346);
        assertThat(rng.fork("part", 7).nextLong()).isEqualTo(6404151688118571588L);
    }

    @Test
    void forksDoNotDependOnHowMuchTheParentWasUsed() {
        Rng fresh = new Rng(1);
        Rng used = new Rng(1);
        used.nextLong();

        assertThat(used.fork("a").nextLong()).isEqualTo(fresh.fork("a").nextLong());
        assertThat(fresh.fork("a").nextLong()).isNotEqualTo(fresh.fork("b").nextLong());
        assertThat(fresh.fork("a", 1).nextLong()).isNotEqualTo(fresh.fork("a", 2).nextLong());
    }

    @Test
    void hasTheMomentsThatItsNamesPromise() {
        Rng rng = new Rng(3);
        int n = 200_000;

        assertThat(mean(n, rng::unit)).isBetween(0.498, 0.502);
        assertThat(mean(n, rng::normal)).isBetween(-0.01, 0.01);
        assertThat(mean(n, () -> Math.pow(rng.normal(), 2))).isBetween(0.98, 1.02);
        assertThat(mean(n, () -> rng.exponential(5))).isBetween(4.9, 5.1);
        assertThat(mean(n, () -> rng.poisson(2.5))).isBetween(2.45, 2.55);
        assertThat(mean(n, () -> rng.poisson(80))).isBetween(79.5, 80.5);
        double[] logNormal =
                IntStream.range(0, n).mapToDouble(i -> rng.logNormal(7, 1)).sorted().toArray();
        assertThat(logNormal[n / 2]).isBetween(6.85, 7.15);
        int[] dice = new int[6];
        IntStream.range(0, n).forEach(i -> dice[rng.between(1, 6) - 1]++);
        assertThat(Arrays.stream(dice).min().orElseThrow()).isGreaterThan(n / 6 - 1000);
    }

    private static double mean(int n, DoubleSupplier draw) {
        return IntStream.range(0, n).mapToDouble(i -> draw.getAsDouble()).average().orElseThrow();
    }
}
