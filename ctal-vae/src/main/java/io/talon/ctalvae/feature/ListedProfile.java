// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.feature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A profile that is its list. */
record ListedProfile(String id, List<Feature> features, String hash) implements FeatureProfile {

    static ListedProfile of(String id, List<Feature> features) {
        return new ListedProfile(id, List.copyOf(features), hash(id, features));
    }

    private static String hash(String id, List<Feature> features) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(line(id));
            for (Feature f : features) {
                digest.update(line(f.name() + '\t' + f.unit() + '\t' + f.scale()));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] line(String text) {
        return (text + '\n').getBytes(StandardCharsets.UTF_8);
    }
}
