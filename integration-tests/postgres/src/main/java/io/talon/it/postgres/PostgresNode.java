// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL of its own on loopback, from the programs that Debian installs. */
public final class PostgresNode implements AutoCloseable {
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    /** Debian's package makes this user; the server refuses to run as root. */
    private static final String OWNER = "postgres";

    private final Path programs;
    private final Path folder = Files.createTempDirectory("talon-postgres");
    private final int port = freePort();

    /**
     * Starts it, with one user.
     *
     * @throws IllegalStateException if it is not installed
     */
    public PostgresNode(String user, String password) throws IOException {
        programs =
                programs()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "no PostgreSQL in "
                                                        + VERSIONS
                                                        + ": apt-get install postgresql"));
        Path secret = Files.writeString(folder.resolve("password"), password);
        if (isRoot()) {
            run(List.of("chown", "-R", OWNER, folder.toString()));
        }
        run(
                program(
                        "initdb",
                        "-D",
                        data(),
                        "-U",
                        user,
                        "-A",
                        "scram-sha-256",
                        "--pwfile=" + secret,
                        "-E",
                        "UTF8"));
        start();
    }

    /** Whether this machine has its programs. */
    public static boolean isInstalled() {
        return programs().isPresent();
    }

    private static Optional<Path> programs() {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** For a JDBC driver. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** Ended as an operator ends it, whoever is connected, and started on its old data. */
    public void restart() throws IOException {
        run(program("pg_ctl", "-D", data(), "-m", "fast", "-w", "stop"));
        start();
    }

    private void start() throws IOException {
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
    }

    @Override
    public void close() {
        try {
            run(program("pg_ctl", "-D", data(), "-m", "immediate", "stop"));
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private List<String> program(String name, String... arguments) {
        List<String> words = new ArrayList<>();
        if (isRoot()) {
            words.addAll(List.of("runuser", "-u", OWNER, "--"));
        }
        words.add(programs.resolve(name).toString());
        words.addAll(List.of(arguments));
        return words;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** Its output goes to a file: the server keeps the one that it inherits open. */
    private static void run(List<String> command) throws IOException {
        Path output = Files.createTempFile("talon-postgres", ".out");
        try {
            Process process =
                    new ProcessBuilder(command)
                            .directory(output.getParent().toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + "\n" + Files.readString(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.delete(output);
        }
    }
}
