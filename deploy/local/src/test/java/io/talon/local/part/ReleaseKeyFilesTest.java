// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseKeyFilesTest {
    @TempDir Path folder;

    @Test
    void whatThePrivateHalfSignsThePublicHalfVerifies() throws Exception {
        ReleaseKeyFiles files = ReleaseKeyFiles.in(folder);
        files.create();

        KeyFactory keys = KeyFactory.getInstance("Ed25519");
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(
                keys.generatePrivate(
                        new PKCS8EncodedKeySpec(decoded(files.privateKey(), "PRIVATE KEY"))));
        signature.update(new byte[] {1, 2, 3});
        byte[] signed = signature.sign();

        signature.initVerify(
                keys.generatePublic(
                        new X509EncodedKeySpec(decoded(files.publicKey(), "PUBLIC KEY"))));
        signature.update(new byte[] {1, 2, 3});
        assertThat(signature.verify(signed)).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.privateKey())))
                .isEqualTo("rw-------");
    }

    private static byte[] decoded(Path file, String what) throws IOException {
        String text = Files.readString(file);
        assertThat(text)
                .startsWith("-----BEGIN " + what + "-----\n")
                .endsWith("\n-----END " + what + "-----\n");
        return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
    }
}
