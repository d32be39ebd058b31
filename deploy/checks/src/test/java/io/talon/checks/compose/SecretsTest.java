// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.checks.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.checks.Command;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir Path folder;

    @Test
    void theFirstStartMakesAllOfThemAndTheNextChangesNone() throws Exception {
        assertThat(makeSecrets().exit()).isZero();
        Map<String, String> first = secrets();
        assertThat(makeSecrets().exit()).isZero();

        assertThat(secrets()).isEqualTo(first).hasSize(9);
        assertThat(first).extractingByKey("admin-key").asString().matches("[0-9a-f]{48}");
        assertThat(first.get("elastic-bootstrap-password"))
                .isEqualTo(first.get("elastic-password"));
        assertThat(first.get("postgres-password")).isNotEqualTo(first.get("kibana-password"));
    }

    @Test
    void aSecretOfYourOwnStays() throws Exception {
        Files.writeString(folder.resolve("admin-key"), "mine");

        makeSecrets();

        assertThat(folder.resolve("admin-key")).hasContent("mine");
    }

    @Test
    void anotherDeploymentGetsOthers(@TempDir Path other) throws Exception {
        makeSecrets();
        Map<String, String> first = secrets();
        Command.of(ComposeFile.FOLDER.resolve("make-secrets"), other).run(Duration.ofSeconds(30));

        assertThat(other.resolve("admin-key")).isRegularFile();
        assertThat(Files.readString(other.resolve("admin-key")))
                .isNotEqualTo(first.get("admin-key"));
    }

    @Test
    void elasticsearchAcceptsTheModeOfItsPassword() throws Exception {
        makeSecrets();

        assertThat(Files.getPosixFilePermissions(folder.resolve("elastic-bootstrap-password")))
                .as("its image refuses any other than 400 and 600")
                .extracting(Enum::name)
                .containsExactly("OWNER_READ");
    }

    @Test
    void theKeyThatSignsReleasesIsOneJavaReads() throws Exception {
        makeSecrets();
        KeyFactory keys = KeyFactory.getInstance("Ed25519");
        PrivateKey signing = keys.generatePrivate(new PKCS8EncodedKeySpec(pem("release-key.pem")));
        PublicKey known = keys.generatePublic(new X509EncodedKeySpec(pem("release-key.pem.pub")));
        byte[] message = "a release".getBytes(StandardCharsets.UTF_8);

        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(signing);
        signature.update(message);
        byte[] signed = signature.sign();
        signature.initVerify(known);
        signature.update(message);

        assertThat(signature.verify(signed)).isTrue();
    }

    private Command.Result makeSecrets() throws Exception {
        return Command.of(ComposeFile.FOLDER.resolve("make-secrets"), folder)
                .run(Duration.ofSeconds(30));
    }

    private Map<String, String> secrets() throws Exception {
        Map<String, String> secrets = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                secrets.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return secrets;
    }

    private byte[] pem(String name) throws Exception {
        String text =
                Files.readString(folder.resolve(name)).replaceAll("-----[A-Z ]+-----|\\s", "");
        return Base64.getDecoder().decode(text);
    }
}
