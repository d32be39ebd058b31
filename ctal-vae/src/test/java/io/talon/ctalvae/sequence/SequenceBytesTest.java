// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talon.ctalvae.feature.FeatureProfiles;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequenceBytesTest {
    private static final String PROFILE = FeatureProfiles.ZEEK_CONN_V1.id();
    private static final int WIDTH = FeatureProfiles.ZEEK_CONN_V1.width();
    private static final List<String> UIDS = List.of("C1", "C2");

    @Test
    void comesBackWithValuesAndExchange() {
        Exchange exchange = new Exchange(1, -2, 3, 502, -1, Float.NaN, 2.5f, 7, 8);

        Sequence back = back(SequenceBytes.of(sequence(exchange)));

        assertThat(back.exchange()).isEqualTo(exchange);
        assertThat(back.value(1, 3)).isEqualTo(WIDTH + 3f);
        assertThat(back.value(0, 0)).isNaN();
        assertThat(back.endMicros()).isEqualTo(20);
    }

    @Test
    void comesBackWithoutAnExchangeThatNobodyKnew() {
        assertThat(back(SequenceBytes.of(sequence(null))).exchange()).isNull();
    }

    @Test
    void refusesBytesOfAnotherLength() {
        byte[] bytes = SequenceBytes.of(sequence(null));

        assertThatThrownBy(() -> back(Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 flows");
        assertThatThrownBy(() -> SequenceBytes.sequence("no-such-v1", UIDS, bytes, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no-such-v1");
    }

    private static Sequence back(byte[] bytes) {
        return SequenceBytes.sequence(PROFILE, UIDS, bytes, 10, 20);
    }

    private static Sequence sequence(Exchange exchange) {
        float[] values = new float[2 * WIDTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = i == 0 ? Float.NaN : i;
        }
        return new Sequence(PROFILE, WIDTH, values, UIDS, 10, 20, exchange);
    }
}
