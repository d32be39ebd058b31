// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.checks.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A JAVA_HOME whose java says what it was started with. Shows what an entrypoint passes on; that
 * the real java accepts it is for the tests that start real parts.
 */
final class FakeJava {
    private FakeJava() {}

    /** Makes it; {@code script} runs first, for example to answer a question. */
    static Path in(Path folder, String script) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("jdk/bin"));
        Path java =
                Files.writeString(
                        bin.resolve("java"),
                        """
                        #!/usr/bin/env bash
                        %s
                        env | grep -E '^(TALON|QUARKUS|KAFKA|OPENBLAS|FLINK)' | sort
                        printf 'argument %%s\\n' "$@"
                        """
                                .formatted(script));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder.resolve("jdk");
    }
}
