// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.control;

import io.talon.control.v1.AdaptorRelease;
import io.talon.control.v1.ModelRelease;
import io.talon.control.v1.SiteSettings;
import io.talon.control.v1.Suppression;
import io.talon.schema.control.SignedBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Signs control records as the service does, with a key of its own. */
public final class Signer {

    private final KeyPair pair;
    private final String id;

    /** With a new key. */
    public Signer() throws GeneralSecurityException {
        pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(pair.getPublic().getEncoded());
        id = HexFormat.of().formatHex(hash, 0, 8);
    }

    /** Those who believe this signer alone. */
    public TrustedSigners trusted(Path folder) throws IOException {
        return TrustedSigners.ofPemFiles(List.of(publicKey(folder)));
    }

    /** Writes the public key in PEM. */
    public Path publicKey(Path folder) throws IOException {
        String body =
                Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(pair.getPublic().getEncoded());
        return Files.writeString(
                folder.resolve(id + ".pub"),
                "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n");
    }

    /** The suppression, signed. */
    public Suppression sign(Suppression suppression) throws GeneralSecurityException {
        suppression.setKeyId(id);
        suppression.setSignature(signature(SignedBytes.of(suppression)));
        return suppression;
    }

    /** The settings, signed. */
    public SiteSettings sign(SiteSettings settings) throws GeneralSecurityException {
        settings.setKeyId(id);
        settings.setSignature(signature(SignedBytes.of(settings)));
        return settings;
    }

    /** The release, signed. */
    public AdaptorRelease sign(AdaptorRelease release) throws GeneralSecurityException {
        release.setKeyId(id);
        release.setSignature(signature(SignedBytes.of(release)));
        return release;
    }

    /** The model's release, signed. */
    public ModelRelease sign(ModelRelease release) throws GeneralSecurityException {
        release.setKeyId(id);
        release.setSignature(signature(SignedBytes.of(release)));
        return release;
    }

    private ByteBuffer signature(byte[] message) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(message);
        return ByteBuffer.wrap(signature.sign());
    }
}
