// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Talon's folder, in which the modules were built. */
final class TalonHome {
    private static final String PROPERTY = "talon.home";

    private TalonHome() {}

    /** As {@code ./talon} says, or the nearest folder upwards that holds {@code mvnw}. */
    static Path find() throws IOException {
        String told = System.getProperty(PROPERTY);
        if (told != null) {
            return Path.of(told);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("mvnw"))) {
                return at;
            }
        }
        throw new IOException(
                "Talon's folder is not known. Run ./talon, or set -D" + PROPERTY + "=FOLDER");
    }
}
