// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.checks.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.checks.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every Dockerfile must hold to; no image is built here. */
class DockerfileTest {
    private static final Pattern MODULES = Pattern.compile("-pl (\\S+)");

    static Stream<Path> dockerfiles() throws IOException {
        return Checkout.files("Dockerfile").stream();
    }

    @Test
    void thereAreThree() throws IOException {
        assertThat(dockerfiles()).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void buildsInOneStageAndRunsInAnotherWithoutCompiler(Path file) {
        List<String> stages = instructions(file, "FROM");

        assertThat(stages).hasSize(2);
        assertThat(stages.get(0)).isEqualTo("${JDK_IMAGE} AS build");
        assertThat(stages.get(1)).isEqualTo("${JRE_IMAGE}");
        assertThat(instructions(file, "ARG"))
                .contains("JDK_IMAGE=eclipse-temurin:17-jdk", "JRE_IMAGE=eclipse-temurin:17-jre");
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void runsAsAUserOfItsOwnByNumber(Path file) {
        assertThat(instructions(file, "USER"))
                .singleElement()
                .asString()
                .matches("[1-9][0-9]{3}:[1-9][0-9]{3}");
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void startsAnExecutableScriptOfThisCheckoutAsProcessOne(Path file) {
        assertThat(instructions(file, "ENTRYPOINT")).containsExactly("[\"/docker-entrypoint.sh\"]");
        String script =
                instructions(file, "COPY").stream()
                        .filter(copy -> copy.endsWith(" /docker-entrypoint.sh"))
                        .map(copy -> copy.replaceAll("^--chmod=0755 (\\S+) .*", "$1"))
                        .findFirst()
                        .orElseThrow();
        assertThat(Checkout.path(script)).isExecutable();
        assertThat(Checkout.text(script))
                .startsWith("#!/usr/bin/env bash\n")
                .contains("exec \"$java\"");
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void everythingItCopiesOrBuildsIsThere(Path file) {
        instructions(file, "COPY").stream()
                .filter(copy -> !copy.startsWith("--from") && !copy.equals(". ."))
                .map(copy -> copy.replaceAll("^--\\S+ ", "").split(" ")[0])
                .forEach(source -> assertThat(Checkout.path(source)).exists());
        Matcher modules = MODULES.matcher(String.join(" ", instructions(file, "RUN")));
        assertThat(modules.find()).isTrue();
        for (String module : modules.group(1).split(",")) {
            assertThat(Files.exists(Checkout.path(module).resolve("pom.xml"))).as(module).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void carriesNoSecretAndDownloadsNothingButThroughMaven(Path file) {
        assertThat(String.join("\n", instructions(file, "ENV")))
                .doesNotContainIgnoringCase("password");
        assertThat(String.join("\n", instructions(file, "RUN")))
                .doesNotContain("curl ", "wget ", "chmod 777", "sudo ");
        assertThat(instructions(file, "ADD")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void saysHowItIsHealthyOrThatItsUserMust(Path file) {
        assertThat(instructions(file, "HEALTHCHECK")).hasSize(1);
        assertThat(instructions(file, "STOPSIGNAL")).containsExactly("SIGTERM");
    }

    /** The arguments of every instruction of that name, continued lines joined. */
    private static List<String> instructions(Path file, String name) {
        List<String> found = new ArrayList<>();
        String joined =
                Checkout.text(file).replaceAll("(?m)^#.*\n", "").replaceAll("\\\\\n\\s*", " ");
        for (String line : joined.split("\n")) {
            if (line.startsWith(name + " ")) {
                found.add(line.substring(name.length() + 1).strip());
            }
        }
        return found;
    }
}
