// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

import io.talon.zeek.Conn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder with the public captures, which the user brings.
 *
 * @param root folder with {@code zeek/}, {@code argus/} and {@code cicflowmeter/}
 */
public record DataFolder(Path root) {
    private static final Map<String, String> ZEEK =
            Map.of(
                    "ctu-normal-40", "zeek/ctu-normal-40.conn.log.labeled",
                    "ctu-normal-42", "zeek/ctu-normal-42.conn.log.labeled",
                    "iot23-34-1", "zeek/iot23-34-1-mirai.conn.log.labeled",
                    "iot23-4-1", "zeek/iot23-4-1-hue-benign.conn.log.labeled");

    /** Captures with benign flows and attacks. */
    public static final List<String> ATTACKED =
            List.of("ctu-normal-40", "ctu-normal-42", "iot23-34-1");

    /**
     * Reads a capture.
     *
     * @throws IOException if its file is not there or is no conn.log
     */
    public Capture read(String capture) throws IOException {
        return Captures.read(capture, file(capture));
    }

    /** Reads a capture's flows, as {@link #read} does, without sequences. */
    public List<Conn> conns(String capture) throws IOException {
        return Captures.conns(file(capture));
    }

    /** Whether the folder is there at all. */
    public boolean exists() {
        return Files.isDirectory(root.resolve("zeek"));
    }

    /** Hourly logs of a public host, in the order of time; none if they are not there. */
    public List<Path> unlabelledFiles() throws IOException {
        Path folder = root.resolve("zeek/public-host-72h");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".log.gz")).sorted().toList();
        }
    }

    /** Their flows in the order of end time. */
    public List<Conn> unlabelled() throws IOException {
        List<Conn> flows = new ArrayList<>();
        for (Path file : unlabelledFiles()) {
            flows.addAll(Captures.conns(file));
        }
        flows.sort(Comparator.comparingLong(Conn::endMicros).thenComparing(Conn::uid));
        return flows;
    }

    private Path file(String capture) throws IOException {
        Path file = root.resolve(ZEEK.get(capture));
        if (!Files.exists(file)) {
            throw new IOException(
                    file
                            + ": not found. Give the folder of the captures with --data or"
                            + " TALON_DATA; docs/evaluation says where they come from.");
        }
        return file;
    }
}
