// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the real captures lie: {@code TALON_DATA}, else {@code ../shared/data} beside the checkout.
 */
final class TestData {

    static final Path DIRECTORY =
            Path.of(Optional.ofNullable(System.getenv("TALON_DATA")).orElse("../../shared/data"));

    private TestData() {}

    static boolean isPresent() {
        return Files.isDirectory(DIRECTORY.resolve("zeek-variants"));
    }

    static void assumePresent() {
        assumeTrue(
                isPresent(),
                () ->
                        "no real captures at "
                                + DIRECTORY.toAbsolutePath().normalize()
                                + "; set TALON_DATA");
    }
}
