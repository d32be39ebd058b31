// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatedExchangeTest {
    private final List<DatedExchange> two =
            List.of(
                    new DatedExchange(
                            1_700_000_000_000_000L,
                            new Exchange(-5, 7, 0, 65_535, -1, Float.NaN, 1.5f, 3, 9)),
                    new DatedExchange(-1, new Exchange(1, 2, 3, 4, 5, 6, 7, 8, 9)));

    @Test
    void bytesGiveBackWhatTheyWereMadeOf() {
        assertThat(DatedExchange.fromBytes(DatedExchange.toBytes(two))).isEqualTo(two);
        assertThat(DatedExchange.fromBytes(new byte[0])).isEmpty();
    }

    @Test
    void bytesThatAreCutOffAreRefused() {
        byte[] bytes = DatedExchange.toBytes(two);
        assertThatThrownBy(() -> DatedExchange.fromBytes(Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("87 bytes");
    }
}
