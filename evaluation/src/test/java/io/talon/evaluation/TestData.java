// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where tests find the real captures, which are no part of the repository. */
public final class TestData {
    private TestData() {}

    /** A file of the captures' folder; the test is skipped if it is absent. */
    public static Path require(String name) {
        String folder = System.getenv("TALON_DATA");
        Path file = Path.of(folder == null ? "../../shared/data" : folder).resolve(name);
        assumeTrue(
                Files.exists(file),
                "needs " + file + ": set TALON_DATA to the folder of the captures");
        return file;
    }
}
