// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.database;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A real PostgreSQL of its own, from the binaries that Debian installs. */
public final class PostgresServer implements QuarkusTestResourceLifecycleManager {
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    private Path folder;

    /** Where its programs are, if it is installed. */
    static Optional<Path> programs() {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.map(v -> v.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("talon-postgres");
            int port;
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            if (isRoot()) {
                run(List.of("chown", "postgres", folder.toString()));
            }
            run(program("initdb", "-D", data(), "-U", "talon", "-A", "trust", "-E", "UTF8"));
            run(
                    program(
                            "pg_ctl",
                            "-D",
                            data(),
                            "-l",
                            folder.resolve("log").toString(),
                            "-w",
                            "-o",
                            "-h 127.0.0.1 -p " + port + " -k " + folder,
                            "start"));
            return Map.of(
                    "quarkus.datasource.postgresql.jdbc.url",
                    "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                    "quarkus.datasource.postgresql.username",
                    "talon");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        try {
            run(program("pg_ctl", "-D", data(), "-m", "immediate", "stop"));
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    /** The server refuses to run as root. */
    private static List<String> program(String name, String... arguments) {
        List<String> words = new ArrayList<>();
        if (isRoot()) {
            words.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        words.add(programs().orElseThrow().resolve(name).toString());
        words.addAll(List.of(arguments));
        return words;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static void run(List<String> words) throws IOException {
        Path output = Files.createTempFile("talon-postgres", ".out");
        try {
            Process process =
                    new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            if (process.waitFor() != 0) {
                throw new IOException(
                        words + ": " + Files.readString(output, StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Files.delete(output);
        }
    }
}
