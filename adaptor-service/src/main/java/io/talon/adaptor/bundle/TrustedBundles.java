// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.bundle;

import io.talon.adaptor.TalonConfig;
import io.talon.adaptor.control.PemFile;
import io.talon.adaptor.control.ReleaseKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;

/** Whose bundles are imported: our own, and those of the keys that are configured. */
@ApplicationScoped
class TrustedBundles {
    private static final String ALGORITHM = "Ed25519";

    @Inject TalonConfig config;
    @Inject ReleaseKey own;

    boolean accept(byte[] manifest, byte[] signature) {
        return keys().stream().anyMatch(key -> isSigned(manifest, signature, key));
    }

    private List<byte[]> keys() {
        List<byte[]> keys = new ArrayList<>();
        keys.add(own.publicKey());
        for (Path file : config.bundle().trustedKeys().orElse(List.of())) {
            try {
                keys.add(new PemFile(file, "PUBLIC KEY").read());
            } catch (IOException e) {
                throw new IllegalStateException("talon.bundle.trusted-keys: " + e.getMessage(), e);
            }
        }
        return keys;
    }

    private static boolean isSigned(byte[] message, byte[] signature, byte[] key) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(
                    KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(key)));
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
