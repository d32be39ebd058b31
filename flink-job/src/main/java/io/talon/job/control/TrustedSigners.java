// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.control;

import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose signature on the control topic is believed: Ed25519 public keys by their id, which is the
 * first 64 bits of the SHA-256 of the key's X.509 form. Immutable, and travels with the job. With
 * no key nothing is believed: whoever can write to the topic must not decide what raises an alert.
 */
public final class TrustedSigners implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String ALGORITHM = "Ed25519";
    private static final int ID_BYTES = 8;

    private final HashMap<String, byte[]> keys;

    private TrustedSigners(Map<String, byte[]> keys) {
        this.keys = new HashMap<>(keys);
    }

    /** Nobody. */
    public static TrustedSigners none() {
        return new TrustedSigners(Map.of());
    }

    /**
     * Those whose public keys stand in the files, one in each, in PEM.
     *
     * @throws IOException names the file and says what is wrong with it
     */
    public static TrustedSigners ofPemFiles(List<Path> files) throws IOException {
        Map<String, byte[]> keys = new HashMap<>();
        for (Path file : files) {
            byte[] key = read(file);
            keys.put(id(key), key);
        }
        return new TrustedSigners(keys);
    }

    /** What is wrong with the signature, empty if nothing. */
    public Optional<String> problem(String keyId, ByteBuffer signature, byte[] signed) {
        if (keyId == null || signature == null) {
            return Optional.of("it is not signed");
        }
        byte[] key = keys.get(keyId);
        if (key == null) {
            return Optional.of(
                    "key '%s' is not among the %d trusted ones".formatted(keyId, keys.size()));
        }
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(
                    KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(key)));
            verifier.update(signed);
            byte[] bytes = new byte[signature.remaining()];
            signature.duplicate().get(bytes);
            return verifier.verify(bytes)
                    ? Optional.empty()
                    : Optional.of("its signature is not that of key '%s'".formatted(keyId));
        } catch (GeneralSecurityException e) {
            return Optional.of("its signature cannot be checked: " + e.getMessage());
        }
    }

    private static byte[] read(Path file) throws IOException {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new IOException(file + ": no such file of a public key, or not in PEM", e);
        }
        try {
            byte[] key =
                    Base64.getMimeDecoder()
                            .decode(text.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", ""));
            KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(key));
            return key;
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new IOException(
                    file + " holds no Ed25519 public key in PEM: " + e.getMessage(), e);
        }
    }

    private static String id(byte[] key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
