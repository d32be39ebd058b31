// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.control;

import io.quarkus.runtime.Startup;
import io.talon.adaptor.TalonConfig;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import org.jboss.logging.Logger;

/**
 * The Ed25519 key that signs releases. Its private half lies in the file that {@code
 * talon.release.key} names, its public half beside it with {@code .pub} added. Both are made at the
 * first start.
 */
@ApplicationScoped
@Startup
public class ReleaseKey {
    private static final Logger LOG = Logger.getLogger(ReleaseKey.class);
    private static final String ALGORITHM = "Ed25519";
    private static final int ID_BYTES = 8;

    @Inject TalonConfig config;

    private PrivateKey key;
    private String id;
    private byte[] publicKey;

    @PostConstruct
    void load() {
        Path path = config.release().key();
        PemFile privateFile = new PemFile(path, "PRIVATE KEY");
        PemFile publicFile =
                new PemFile(path.resolveSibling(path.getFileName() + ".pub"), "PUBLIC KEY");
        try {
            if (!Files.exists(path)) {
                create(privateFile, publicFile);
            }
            key =
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePrivate(new PKCS8EncodedKeySpec(privateFile.read()));
            publicKey = publicFile.read();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(publicKey);
            id = HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "talon.release.key "
                            + path
                            + " cannot be used: "
                            + e.getMessage()
                            + ". It must be an Ed25519 private key in PEM with its public key in "
                            + publicFile.path()
                            + ", or absent, and then its folder must be writable.",
                    e);
        }
    }

    /** Names the key in a release: the first 64 bits of the public key's SHA-256. */
    public String id() {
        return id;
    }

    /** The public half, X.509; a copy. */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** Signs a message. */
    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign a release", e);
        }
    }

    private static void create(PemFile privateFile, PemFile publicFile)
            throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        Files.deleteIfExists(publicFile.path());
        publicFile.create(pair.getPublic().getEncoded());
        privateFile.create(pair.getPrivate().getEncoded());
        LOG.infof("Made the key that signs releases: %s", privateFile.path());
    }
}
