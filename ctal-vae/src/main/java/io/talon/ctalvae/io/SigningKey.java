// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/** An Ed25519 key pair that signs manifests. Immutable, thread-safe. */
public final class SigningKey {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    /**
     * Length of the PKCS#8 form that holds nothing but an Ed25519 seed, and where the seed starts.
     */
    private static final int PKCS8_LENGTH = 48;

    private static final int SEED_AT = 16;

    private final KeyPair pair;

    private SigningKey(KeyPair pair) {
        this.pair = pair;
    }

    /**
     * A new key, for this run only: what it signs is known to be intact, not to be from someone.
     */
    public static SigningKey generate() {
        return from(new SecureRandom());
    }

    /**
     * Reads a private key, PKCS#8 in PEM, as {@code openssl genpkey -algorithm ed25519} writes it.
     *
     * @throws IOException if the file cannot be read or is no such key
     */
    public static SigningKey read(Path file) throws IOException {
        String text = Files.readString(file);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        byte[] encoded =
                begin < 0 || end < begin
                        ? new byte[0]
                        : decoded(text.substring(begin + BEGIN.length(), end));
        if (encoded.length != PKCS8_LENGTH) {
            throw new IOException(
                    file
                            + ": no Ed25519 private key in PEM. Make one with: openssl genpkey"
                            + " -algorithm ed25519");
        }
        return from(new FixedSeed(Arrays.copyOfRange(encoded, SEED_AT, PKCS8_LENGTH)));
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /**
     * An Ed25519 key pair is its 32-byte seed, which the generator draws from its source of
     * randomness; so the public half follows from a stored seed.
     */
    private static SigningKey from(SecureRandom seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, seed);
            return new SigningKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK 17 has Ed25519", e);
        }
    }

    /** The 32 bytes of the public key. */
    public byte[] publicKey() {
        return PublicKeys.raw(pair.getPublic());
    }

    byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK 17 has Ed25519", e);
        }
    }

    private static final class FixedSeed extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final byte[] seed;

        FixedSeed(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
