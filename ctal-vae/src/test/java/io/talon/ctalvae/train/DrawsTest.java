// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DrawsTest {

    @Test
    void areTheNumbersOfRandom() {
        Random expected = new Random(-42);
        Draws draws = new Draws(-42);
        for (int i = 0; i < 10_000; i++) {
            assertThat(draws.nextInt(1 + i)).isEqualTo(expected.nextInt(1 + i));
            assertThat(draws.nextDouble()).isEqualTo(expected.nextDouble());
            assertThat(draws.nextBoolean()).isEqualTo(expected.nextBoolean());
            assertThat(draws.nextGaussian()).isEqualTo(expected.nextGaussian());
        }
    }

    @Test
    void aNewSeedStartsAnew() {
        Draws draws = new Draws(1);
        draws.nextGaussian();
        draws.setSeed(2);
        assertThat(draws.nextGaussian()).isEqualTo(new Random(2).nextGaussian());
    }
}
