// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who runs Elasticsearch: it refuses to run as root, as which containers and build machines often
 * run everything.
 *
 * @param prefix words to put before a command; none when this process's own user will do
 */
record UnprivilegedUser(List<String> prefix) {
    /** {@code nobody} on Debian, Fedora, Alpine and most others; no such user need exist. */
    private static final int UID = 65534;

    private static final List<Path> SETPRIV =
            List.of(Path.of("/usr/bin/setpriv"), Path.of("/bin/setpriv"));

    static UnprivilegedUser ifNeeded() throws IOException {
        if (!isRoot()) {
            return new UnprivilegedUser(List.of());
        }
        Path setpriv =
                SETPRIV.stream()
                        .filter(Files::isExecutable)
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new PartFailure(
                                                "elasticsearch",
                                                "it refuses to run as root, and there is no setpriv"
                                                        + " to start it as another user",
                                                "Run talon as an ordinary user, or install"
                                                        + " util-linux.",
                                                List.of()));
        String uid = Integer.toString(UID);
        return new UnprivilegedUser(
                List.of(setpriv.toString(), "--reuid", uid, "--regid", uid, "--clear-groups"));
    }

    private static boolean isRoot() throws IOException {
        Path temporary = Files.createTempFile("talon", "");
        try {
            return (Integer) Files.getAttribute(temporary, "unix:uid") == 0;
        } finally {
            Files.delete(temporary);
        }
    }

    boolean isOther() {
        return !prefix.isEmpty();
    }

    /** Gives a folder and all below it to this user. */
    void ownAll(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            own(paths.toList());
        }
    }

    /** Gives these files and folders to this user. */
    void own(List<Path> paths) throws IOException {
        for (Path path : paths) {
            Files.setAttribute(path, "unix:uid", UID);
            Files.setAttribute(path, "unix:gid", UID);
        }
    }
}
