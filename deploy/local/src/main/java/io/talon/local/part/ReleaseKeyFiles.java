// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.part;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The throw-away Ed25519 key that signs a run's releases, in two PEM files. The service would make
 * it at its first start; made before, the job can be started without waiting for the service.
 *
 * @param privateKey read by the service alone
 * @param publicKey beside it, read by the job
 */
record ReleaseKeyFiles(Path privateKey, Path publicKey) {
    private static final String OWNER_ONLY = "rw-------";

    static ReleaseKeyFiles in(Path folder) {
        return new ReleaseKeyFiles(
                folder.resolve("release-key.pem"), folder.resolve("release-key.pem.pub"));
    }

    /** Makes a new key. */
    void create() throws IOException {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Files.createFile(
                    privateKey,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(OWNER_ONLY)));
            Files.writeString(privateKey, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            Files.writeString(publicKey, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK 17 knows Ed25519", e);
        }
    }

    private static String pem(String what, byte[] encoded) {
        String body =
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(encoded);
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                .formatted(what, body, what)
                .replace(System.lineSeparator(), "\n");
    }
}
