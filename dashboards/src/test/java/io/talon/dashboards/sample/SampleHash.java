// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.sample;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** Ids as the job makes them: hashes, the same for the same text. */
final class SampleHash {
    private SampleHash() {}

    /** An id of a document: SHA-256 in hexadecimal digits. */
    static String of(String text) {
        return HexFormat.of().formatHex(digest("SHA-256", text));
    }

    /** In the form of a Community ID of version 1. */
    static String communityId(String text) {
        return "1:" + Base64.getEncoder().encodeToString(digest("SHA-1", text));
    }

    private static byte[] digest(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm)
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
