// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryArtifactsTest {
    private static final byte[] CONTENT = "an adaptor".getBytes(StandardCharsets.UTF_8);
    private static final String HASH = Sha256.of(CONTENT);

    @TempDir Path root;

    private DirectoryArtifacts artifacts;

    @BeforeEach
    void open() {
        artifacts = new DirectoryArtifacts(root);
    }

    @Test
    void anotherInstanceOnTheSameFolderReadsWhatWasPut() throws Exception {
        artifacts.put("acme", HASH, CONTENT);
        artifacts.put("acme", HASH, CONTENT);

        assertThat(new DirectoryArtifacts(root).get("acme", HASH)).isEqualTo(CONTENT);
        try (Stream<Path> files = Files.walk(root).filter(Files::isRegularFile)) {
            assertThat(files.toList()).containsExactly(root.resolve("acme").resolve(HASH));
        }
    }

    @Test
    void aTenantReadsNothingOfAnother() {
        artifacts.put("acme", HASH, CONTENT);

        assertThatThrownBy(() -> artifacts.get("other", HASH))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot read");
    }

    @Test
    void aFileThatWasChangedIsRefused() throws Exception {
        artifacts.put("acme", HASH, CONTENT);
        Files.writeString(root.resolve("acme").resolve(HASH), "another adaptor");

        assertThatThrownBy(() -> artifacts.get("acme", HASH)).hasMessageContaining("was changed");
    }

    @Test
    void aFolderIsMadeWhereThereIsNoneAndNothingIsLeftInIt() throws Exception {
        Path folder = root.resolve("new").resolve("adaptors");

        new DirectoryArtifacts(folder).check();

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void whatIsNoFolderIsSaidByTheNameOfItsSetting() throws Exception {
        Path file = Files.writeString(root.resolve("file"), "no folder");

        assertThatThrownBy(() -> new DirectoryArtifacts(file).check())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("talon.artifacts.directory: cannot write in " + file)
                .hasMessageContaining("unset it");
    }

    @Test
    void onlyHashesNameFiles() {
        for (String name : List.of("../" + HASH, "", HASH + "/..", HASH.toUpperCase(Locale.ROOT))) {
            assertThatThrownBy(() -> artifacts.put("acme", name, CONTENT))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> artifacts.get("acme", name))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
