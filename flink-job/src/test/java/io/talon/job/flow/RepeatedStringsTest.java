// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class RepeatedStringsTest {

    private final RepeatedStrings repeated = new RepeatedStrings();

    private String of(String text) {
        byte[] bytes = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
        return repeated.of(bytes, 1, bytes.length - 1);
    }

    @Test
    void aStringIsMadeOnce() {
        for (String each : List.of("", "S0", "ShADadFf", "192.0.2.77", "grüße", "a".repeat(32))) {
            assertThat(of(each)).isEqualTo(each).isSameAs(of(each));
        }
    }

    @Test
    void aLongOneIsNotKept() {
        String text = "a".repeat(33);
        assertThat(of(text)).isEqualTo(text).isNotSameAs(of(text));
    }

    /** Those that differ in the middle alone share a place. */
    @Test
    void stringsOfOnePlaceAreToldApart() {
        for (String each : List.of("plant-01-north-plant-01", "plant-01-south-plant-01")) {
            assertThat(of(each)).isEqualTo(each);
        }
        assertThat(of("plant-01-north-plant-01")).isEqualTo("plant-01-north-plant-01");
    }

    /** So many that some meet in one place, of lengths on both sides of every border. */
    @Property(tries = 200)
    void everyStringComesBackAsItIs(
            @ForAll List<@StringLength(max = 40) String> texts, @ForAll @IntRange(max = 9) int n) {
        for (String text : texts) {
            String sound =
                    new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            assertThat(of(sound)).isEqualTo(sound);
            assertThat(of(sound + n)).isEqualTo(sound + n);
        }
    }
}
