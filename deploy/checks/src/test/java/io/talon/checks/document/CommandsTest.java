// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.checks.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.talon.checks.Checkout;
import io.talon.checks.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs what the documents tell a reader to type: the blocks that are marked {@code sh run}, a page
 * at a time, in an empty folder with a {@code talon} in it. Pages with a block {@code sh run long}
 * are left to the long tests.
 */
class CommandsTest {
    private static final Duration QUICK = Duration.ofMinutes(3);
    private static final Duration LONG = Duration.ofMinutes(15);

    @TempDir Path scratch;

    @TestFactory
    Stream<DynamicTest> quickPages() throws IOException {
        return pages(page -> !page.isLong(), QUICK);
    }

    @Tag("long")
    @TestFactory
    Stream<DynamicTest> longPages() throws IOException {
        return pages(Page::isLong, LONG);
    }

    private Stream<DynamicTest> pages(Predicate<Page> which, Duration atMost) throws IOException {
        List<Page> pages =
                Checkout.files(".md").stream()
                        .map(Page::read)
                        .filter(page -> !page.commands().isEmpty())
                        .filter(which)
                        .toList();
        assertThat(pages).isNotEmpty();
        return pages.stream().map(page -> dynamicTest(page.name(), () -> run(page, atMost)));
    }

    private void run(Page page, Duration atMost) throws Exception {
        Path folder = Files.createDirectory(scratch.resolve(page.name().replace('/', '_')));
        Path talon =
                Files.writeString(
                        folder.resolve("talon"),
                        "#!/bin/sh\nexec '%s' \"$@\"\n".formatted(Checkout.path("talon")));
        Files.setPosixFilePermissions(talon, PosixFilePermissions.fromString("rwxr-xr-x"));
        String script =
                page.commands().stream().map(Page.Block::text).collect(Collectors.joining("\n"));

        Command.Result result =
                Command.of("bash", "-euxo", "pipefail", "-c", script)
                        .in(folder)
                        .with("TALON_BUILD", "never")
                        .with("CHECKOUT", Checkout.ROOT)
                        .run(atMost);

        assertThat(result.exit()).as(page.name() + "\n" + result.output()).isZero();
    }
}
