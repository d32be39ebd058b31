// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class CommunityIdTest {

    @ParameterizedTest
    @CsvFileSource(resources = "community-id.csv")
    void agreesWithThePublishedVectors(
            String proto, int number, String orig, int origP, String resp, int respP, String id) {
        assertThat(CommunityId.of(orig, origP, resp, respP, proto, number)).contains(id);
    }

    @Test
    void isEmptyForNamesMixedFamiliesAndUnknownProtocols() {
        assertThat(CommunityId.of("sensor.example", 1, "10.0.0.1", 2, "tcp", null)).isEmpty();
        assertThat(CommunityId.of("::1", 1, "10.0.0.1", 2, "tcp", null)).isEmpty();
        assertThat(CommunityId.of("10.0.0.2", 0, "10.0.0.1", 0, "unknown_transport", null))
                .isEmpty();
    }
}
