// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talon.adaptor.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetsTest {

    @Test
    void noNetStaysNone() {
        assertThat(Nets.checked("sourceCidr", null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.0/24, 10.1.2.0/24",
        "10.1.2.3, 10.1.2.3/32",
        "10.0.0.0/8, 10.0.0.0/8",
        "2001:db8::/48, 2001:db8::/48",
        "2001:db8::1, 2001:db8::1/128"
    })
    void aSingleAddressGetsItsPrefixLength(String written, String net) {
        assertThat(Nets.checked("sourceCidr", written)).isEqualTo(net);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.0/7",
                "10.0.0.0/33",
                "10.0.0.0/x",
                "10.0.0.0/",
                "2001:db8::/129",
                "10.1",
                "1",
                "10.1.2.256",
                "010.1.2.3",
                "10.1.2.3.4",
                "::g",
                "plant-7"
            })
    void whatIsNoNetIsRefusedWithTheRemedy(String written) {
        assertThatThrownBy(() -> Nets.checked("sourceCidr", written))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("sourceCidr '" + written + "'");
    }
}
