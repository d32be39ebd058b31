// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.doctor;

import io.talon.local.part.DiskSpace;
import io.talon.local.process.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** What this machine must offer. */
final class MachineChecks {
    private static final int OLDEST_JDK = 17;
    private static final long GIGABYTE = 1L << 30;
    private static final long DEMO_BYTES = 3 * GIGABYTE;
    private static final long LEAST_BYTES = 3 * GIGABYTE / 2;

    private MachineChecks() {}

    static List<Check> all(Path home) {
        return List.of(
                () -> List.of(jdk(Runtime.version().feature())),
                () -> List.of(memory(availableMemory())),
                () -> List.of(disk(home)),
                () -> List.of(loopback()),
                () -> List.of(openBlas(System.getenv("OPENBLAS_CORETYPE"), cpuFlags())));
    }

    static Finding jdk(int version) {
        String reason =
                "Java "
                        + version
                        + " ("
                        + System.getProperty("java.vendor")
                        + ") at "
                        + System.getProperty("java.home");
        return version >= OLDEST_JDK
                ? Finding.ok("jdk", reason)
                : Finding.fail("jdk", reason, "Set JAVA_HOME to a JDK 17 or newer.");
    }

    static Finding memory(OptionalLong bytes) {
        if (bytes.isEmpty()) {
            return Finding.warn(
                    "memory", "this system does not tell", "Make sure that 3 GB are free.");
        }
        String reason = gigabytes(bytes.getAsLong()) + " available, a demo takes about 3 GB";
        if (bytes.getAsLong() >= DEMO_BYTES) {
            return Finding.ok("memory", reason);
        }
        String remedy = "Stop other programs.";
        return bytes.getAsLong() >= LEAST_BYTES
                ? Finding.warn("memory", reason, remedy)
                : Finding.fail("memory", reason, remedy);
    }

    private static Finding disk(Path home) {
        try {
            long free = new DiskSpace(home).freeBytes();
            String reason = gigabytes(free) + " free for " + home + ", a demo takes up to 1 GB";
            return free >= DiskSpace.NEEDED_BYTES
                    ? Finding.ok("disk", reason)
                    : Finding.fail("disk", reason, "Free some space there.");
        } catch (IOException e) {
            return Finding.fail("disk", e.getMessage(), "Run talon from a folder that exists.");
        }
    }

    private static Finding loopback() {
        try {
            int port = new Ports().free();
            return Finding.ok("loopback", "ports of 127.0.0.1 can be bound, for example " + port);
        } catch (IOException e) {
            return Finding.fail(
                    "loopback", e.getMessage(), "Allow programs to listen on 127.0.0.1.");
        }
    }

    static Finding openBlas(String coreType, String cpuFlags) {
        if (coreType != null) {
            return Finding.ok("openblas", "OPENBLAS_CORETYPE is " + coreType);
        }
        return cpuFlags.contains(" avx2 ")
                ? Finding.warn(
                        "openblas",
                        "OPENBLAS_CORETYPE is not set, and OpenBLAS may take this CPU for an old"
                                + " one: training is then several times slower",
                        "Start talon by ./talon, which sets it, or set it to HASWELL.")
                : Finding.ok("openblas", "OPENBLAS_CORETYPE is not set, and need not be here");
    }

    private static OptionalLong availableMemory() {
        return lineOf(Path.of("/proc/meminfo"), "MemAvailable:")
                .map(line -> line.replaceAll("\\D", ""))
                .map(kilobytes -> OptionalLong.of(Long.parseLong(kilobytes) << 10))
                .orElseGet(OptionalLong::empty);
    }

    private static String cpuFlags() {
        return lineOf(Path.of("/proc/cpuinfo"), "flags").map(line -> line + " ").orElse("");
    }

    private static Optional<String> lineOf(Path file, String start) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(start))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", (double) bytes / GIGABYTE);
    }
}
