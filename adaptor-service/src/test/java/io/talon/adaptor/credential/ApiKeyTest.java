// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.credential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApiKeyTest {

    @Test
    void keysDifferAndDoNotShowThemselves() {
        ApiKey key = ApiKey.random();

        assertThat(key).isNotEqualTo(ApiKey.random());
        assertThat(key.toString()).doesNotContain(key.secret());
        assertThat(key.hash()).doesNotContain(key.secret());
    }

    /** The value is the SHA-256 test vector of FIPS 180-2. */
    @Test
    void hashIsSha256() {
        assertThat(new ApiKey("abc").hash())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
