// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTextTest {

    private static Text text(String s) {
        return new Text().set(s);
    }

    @Property
    void secondsKeepEveryMicrosecond(@ForAll @LongRange(max = 99_999_999_999_999_999L) long micros)
            throws Exception {
        StringBuilder s = new StringBuilder();
        DecimalSeconds.append(s, micros);

        assertThat(s).hasToString(BigDecimal.valueOf(micros, 6).toPlainString());
        assertThat(NumberText.secondsToMicros(text(s.toString()))).isEqualTo(micros);
        assertThat(TimeText.micros(text(s.toString()))).isEqualTo(micros);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "1,1000000",
        "1.,1000000",
        "0.1,100000",
        "1.0000005,1000001",
        "1.00000049999,1000000",
        "9.5367431640625e-07,1",
        "4E-7,0",
        "0.9999999,1000000",
        "-0.0,0",
        "00012.5,12500000",
    })
    void roundsSecondsHalfUpAtTheSeventhDigit(String seconds, long micros) throws Exception {
        assertThat(NumberText.secondsToMicros(text(seconds))).isEqualTo(micros);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "-",
                "1-",
                "-1",
                "1e20",
                "1e999999999",
                "1e-999999999",
                "NaN",
                "inf",
                "1 ",
                "0x1",
                "1,5",
                "100000000000",
                "123456789012345678901234567890123456789012345678901234567890123456"
            })
    void refusesSecondsThatAreNone(String seconds) {
        assertThatThrownBy(() -> NumberText.secondsToMicros(text(seconds)))
                .isInstanceOf(BadValueException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.3.4",
                "0.0.0.0",
                "255.255.255.255",
                "::",
                "::1",
                "1::",
                "fe80::1",
                "fe80::1%eth0",
                "2001:DB8:1:2:3:4:5:6",
                "::ffff:1.2.3.4",
                "1:2:3:4:5:6:1.2.3.4",
                "1:2:3:4:5:6:7::"
            })
    void knowsAddresses(String address) {
        assertThat(AddressText.isAddress(text(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.2.3",
                "1.2.3.256",
                "1.2.3.4.5",
                "1..2.3",
                ".1.2.3.4",
                "1.2.3.4.",
                "printer",
                ":",
                ":::",
                "1:2",
                "1::2::3",
                "12345::",
                "::g",
                ":1::",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "::1.2.3",
                "1:2:3:4:5:6:7:1.2.3.4",
                "1:"
            })
    void knowsWhatIsNoAddress(String address) {
        assertThat(AddressText.isAddress(text(address))).isFalse();
    }
}
