// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0; bytes; 0 B",
                "999.4; bytes; 999 B",
                "999.6; bytes; 1 kB",
                "12000; bytes; 12 kB",
                "4100000; bytes; 4.1 MB",
                "1e21; bytes; 1,000 EB",
                "1500; bytes/s; 1.5 kB/s",
                "0.4; ms; 0.4 ms",
                "350; ms; 350 ms",
                "2300; ms; 2.3 s",
                "299000; ms; 5 min",
                "7200000; ms; 2 h",
                "86400000; ms; 1 d",
                "3011; packets; 3,011",
                "0.04; 1; 0",
                "NaN; bytes; none"
            })
    void saysWhatAnAnalystWould(double value, String unit, String words) {
        assertThat(Quantity.of(value, unit)).isEqualTo(words);
    }
}
