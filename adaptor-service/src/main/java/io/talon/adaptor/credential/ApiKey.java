// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * An API key: 192 random bits, so that a plain hash protects it as well as a slow one. Only the
 * hash is kept.
 *
 * @param secret what the client sends
 */
record ApiKey(String secret) {
    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    static ApiKey random() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return new ApiKey("talon_" + HexFormat.of().formatHex(random));
    }

    /** Lower-case hexadecimal SHA-256. */
    String hash() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "ApiKey[…]";
    }
}
