// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.io;

import java.util.Collection;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose signature is accepted. A file signed by an unknown key is intact, not trusted. Immutable.
 */
public final class TrustedKeys {
    private static final TrustedKeys ANY = new TrustedKeys(null);

    private final Set<String> keys;

    private TrustedKeys(Set<String> keys) {
        this.keys = keys;
    }

    /**
     * Every intact file is accepted, whoever signed it: for the command line, where the user chose
     * the file.
     */
    public static TrustedKeys any() {
        return ANY;
    }

    /**
     * Only files signed with one of these keys are accepted.
     *
     * @param publicKeys raw Ed25519 public keys, 32 bytes each
     */
    public static TrustedKeys of(Collection<byte[]> publicKeys) {
        return new TrustedKeys(
                publicKeys.stream()
                        .map(HexFormat.of()::formatHex)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    boolean accept(byte[] publicKey) {
        return keys == null || keys.contains(HexFormat.of().formatHex(publicKey));
    }
}
