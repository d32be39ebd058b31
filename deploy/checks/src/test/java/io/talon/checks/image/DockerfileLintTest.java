// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.checks.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.talon.checks.Checkout;
import io.talon.checks.Command;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Linters of others over Dockerfiles and shell scripts; skipped where they are not to be had. */
@Tag("long")
class DockerfileLintTest {
    private static final String PACKAGE = "dockerfile-utils@0.16.3";

    @Test
    void dockerfileUtilsFindsNothing(@TempDir Path folder) throws Exception {
        assumeTrue(Command.exists("npm"), "npm is not installed");
        Command.Result fetched =
                Command.of("npm", "install", "--silent", "--prefix", folder, PACKAGE)
                        .run(Duration.ofMinutes(2));
        assumeTrue(fetched.exit() == 0, () -> PACKAGE + " cannot be had: " + fetched.output());
        Path linter = folder.resolve("node_modules/.bin/dockerfile-utils");
        Path wrong = Files.writeString(folder.resolve("Dockerfile"), "FROM a\nEXPOSE x\n");

        assertThat(lint(linter, wrong).output()).contains("x");
        for (Path file : Checkout.files("Dockerfile")) {
            Command.Result result = lint(linter, file);
            assertThat(result.output()).as(file.toString()).isBlank();
        }
    }

    @Test
    void shellcheckFindsNothing() throws Exception {
        assumeTrue(Command.exists("shellcheck"), "shellcheck is not installed");
        List<Object> words = new ArrayList<>(List.of("shellcheck"));
        for (Path file : Checkout.files("")) {
            if (isScript(file)) {
                words.add(file);
            }
        }
        assertThat(words).hasSizeGreaterThan(8);

        Command.Result result = Command.of(words.toArray()).run(Duration.ofMinutes(1));

        assertThat(result.exit()).as(result.output()).isZero();
    }

    private static Command.Result lint(Path linter, Path file) throws Exception {
        return Command.of(linter, "lint", file).run(Duration.ofMinutes(1));
    }

    private static boolean isScript(Path file) throws Exception {
        if (!Files.isExecutable(file) || file.endsWith("mvnw")) {
            return false;
        }
        try (var lines = Files.newInputStream(file)) {
            return new String(lines.readNBytes(19), StandardCharsets.ISO_8859_1)
                    .equals("#!/usr/bin/env bash");
        }
    }
}
