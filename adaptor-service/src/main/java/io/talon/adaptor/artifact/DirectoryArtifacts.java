// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.artifact;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * In a directory, a folder for each tenant. A file appears whole or not at all. One whose
 * transaction failed stays behind, unused.
 */
final class DirectoryArtifacts implements Artifacts {
    private final Path root;

    DirectoryArtifacts(Path root) {
        this.root = root;
    }

    @Override
    public void check() {
        try {
            Files.createDirectories(root);
            Files.delete(Files.createTempFile(root, "start", ".part"));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "talon.artifacts.directory: cannot write in "
                            + root
                            + ": "
                            + e
                            + "; make it a folder that the service may write in, or unset it to"
                            + " keep adaptors in the database",
                    e);
        }
    }

    @Override
    public void put(String tenant, String sha256, byte[] content) {
        Path file = file(tenant, sha256);
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), sha256, ".part");
            Files.write(part, content);
            move(part, file);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "talon.artifacts.directory: cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public byte[] get(String tenant, String sha256) {
        Path file = file(tenant, sha256);
        try {
            byte[] content = Files.readAllBytes(file);
            if (!Sha256.of(content).equals(sha256)) {
                throw new IllegalStateException(file + " was changed");
            }
            return content;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "talon.artifacts.directory: cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path file(String tenant, String sha256) {
        return root.resolve(tenant).resolve(Sha256.require(sha256));
    }
}
