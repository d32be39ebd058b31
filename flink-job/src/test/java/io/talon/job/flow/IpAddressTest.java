// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.4.17, 10.0.4.17",
        "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "fe80::1%eth0, fe80::1",
        "::, ::",
        "0:0:0:0:0:0:0:1, ::1",
        "1:0:0:0:0:0:0:0, 1::",
        "::ffff:1.2.3.4, 1.2.3.4",
        "10:100:0:1:0:0:0:7, 10:100:0:1::7"
    })
    void readsAndWritesAddresses(String text, String canonical) {
        assertThat(IpAddress.parse(text)).map(IpAddress::text).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "dead.beef", "1.2.3", "1.2.3.256", "1:2:3", "::g"})
    void refusesWhatIsNoAddress(String text) {
        assertThat(IpAddress.parse(text)).isEmpty();
    }
}
