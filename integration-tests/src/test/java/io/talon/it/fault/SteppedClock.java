// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.fault;

import io.talon.local.process.ChildProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A wall clock that a test sets and one process believes, by the library libfaketime. Time since
 * some start, by which a JVM waits, goes on undisturbed, as it does when an operator sets a clock.
 */
final class SteppedClock {
    private static final Path PLACES = Path.of("/usr/lib");
    private static final String LIBRARY = "libfaketimeMT.so.1";

    /** How long the process goes on with a step that it has read. */
    private static final String READ_AGAIN_SECONDS = "1";

    private final Path step;

    SteppedClock(Path folder) throws IOException {
        step = folder.resolve("clock-step");
        set(Duration.ZERO);
    }

    /** Whether this machine has the library. */
    static boolean isAtHand() throws IOException {
        return !library().isEmpty();
    }

    private static String library() throws IOException {
        try (Stream<Path> files = Files.find(PLACES, 3, (p, a) -> p.endsWith(LIBRARY))) {
            return files.map(Path::toString).findFirst().orElse("");
        }
    }

    /** Sets the clock so far before or behind the true one. */
    void set(Duration ahead) throws IOException {
        Path next = step.resolveSibling("clock-step.next");
        Files.writeString(next, "%+d\n".formatted(ahead.toSeconds()));
        Files.move(next, step, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Starts the command of a process once more, with this clock; it must have ended by then. */
    ChildProcess fork(List<String> command, Path folder, Path log) throws IOException {
        return ChildProcess.fork(
                "stepped clock",
                command,
                folder,
                Map.of(
                        "LD_PRELOAD",
                        library(),
                        "FAKETIME_TIMESTAMP_FILE",
                        step.toString(),
                        "FAKETIME_CACHE_DURATION",
                        READ_AGAIN_SECONDS,
                        "FAKETIME_DONT_FAKE_MONOTONIC",
                        "1",
                        // A mend for old C libraries, by which every timed wait returns at once.
                        "FAKETIME_FORCE_MONOTONIC_FIX",
                        "0"),
                log);
    }

    /** The words of the command line that a process was started with. */
    static List<String> command(ChildProcess process) throws IOException {
        Path words = Path.of("/proc/" + process.pid() + "/cmdline");
        return List.of(Files.readString(words, StandardCharsets.UTF_8).split("\0"));
    }
}
