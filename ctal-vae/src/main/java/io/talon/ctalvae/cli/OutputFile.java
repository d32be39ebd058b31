// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.cli;

import io.talon.ctalvae.io.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import picocli.CommandLine.Option;

/** Where a command writes its result, and with which key it signs it. */
final class OutputFile {
    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Write the result to this file.")
    private Path out;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = {
                "Sign with this Ed25519 private key (PEM, as openssl genpkey -algorithm ed25519"
                        + " writes it).",
                "Default: a new key for this run; the result can then be checked for damage, not"
                        + " for who made it."
            })
    private Path key;

    /** Fails early, before any work, if the result could not be written. */
    SigningKey prepare() throws CommandFailure {
        Path folder = out.toAbsolutePath().getParent();
        if (Files.isDirectory(out)) {
            throw new CommandFailure(out + ": is a directory. Name a file");
        }
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new CommandFailure(folder + ": no folder that can be written to");
        }
        try {
            return key == null ? SigningKey.generate() : SigningKey.read(key);
        } catch (IOException e) {
            throw new CommandFailure(e);
        }
    }

    /** Writes all or nothing. */
    void write(byte[] bytes) throws CommandFailure {
        Path part = out.resolveSibling(out.getFileName() + ".part");
        try {
            Files.write(part, bytes);
            Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CommandFailure(out + ": cannot be written: " + e.getMessage());
        }
    }

    Path path() {
        return out;
    }
}
