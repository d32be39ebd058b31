// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.credential;

import io.talon.adaptor.TalonConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The key of whoever runs the service, if one is set. */
@ApplicationScoped
class OperatorKey {
    @Inject TalonConfig config;

    /** Compares hashes, in a time that says nothing of the key. */
    boolean is(ApiKey key) {
        return config.admin()
                .key()
                .map(admin -> MessageDigest.isEqual(bytes(new ApiKey(admin)), bytes(key)))
                .orElse(false);
    }

    private static byte[] bytes(ApiKey key) {
        return key.hash().getBytes(StandardCharsets.US_ASCII);
    }
}
