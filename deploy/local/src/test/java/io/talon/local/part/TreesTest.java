// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreesTest {
    @TempDir Path folder;

    @Test
    void whatAllMayReadIsLinkedAndTheRestIsCopied() throws IOException {
        Path open = file("source/bin/open", "rwxr-xr-x");
        Path closed = file("source/closed", "rw-------");

        var made = Trees.link(folder.resolve("source"), folder.resolve("target"));

        Path target = folder.resolve("target");
        assertThat(key(target.resolve("bin/open"))).isEqualTo(key(open));
        assertThat(key(target.resolve("closed"))).isNotEqualTo(key(closed));
        assertThat(target.resolve("closed")).hasSameTextualContentAs(closed);
        assertThat(made)
                .containsExactlyInAnyOrder(target, target.resolve("bin"), target.resolve("closed"));
    }

    private Path file(String name, String permissions) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, name);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static Object key(Path file) throws IOException {
        return Files.getAttribute(file, "unix:ino");
    }
}
