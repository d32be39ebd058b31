// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Elasticsearch refuses to run as root, as which build machines often run everything. */
final class Unprivileged {
    private static final String NOBODY = "65534";

    private Unprivileged() {}

    /** A folder that the somebody else can read: a copy below {@code work} where that is needed. */
    static Path readable(Path folder, Path work) throws IOException {
        if (!isNeeded()) {
            return folder;
        }
        Path copy = work.resolve("home");
        run(List.of("cp", "-R", folder.toString(), copy.toString()));
        return copy;
    }

    /** Words before a command that make it run as somebody else, who then owns the folder. */
    static List<String> prefix(Path folder) throws IOException {
        if (!isNeeded()) {
            return List.of();
        }
        run(List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()));
        return List.of("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups");
    }

    private static boolean isNeeded() {
        return System.getProperty("user.name").equals("root");
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("failed: " + String.join(" ", command));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
