// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.cli;

import io.talon.ctalvae.sequence.Destinations;
import io.talon.zeek.Conn;
import io.talon.zeek.ConnCounts;
import io.talon.zeek.ConnLine;
import io.talon.zeek.ConnReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads conn.log files and says what could not be read. */
final class FlowLogs {
    /** Further rejected lines of a file are only counted. */
    private static final int SHOWN = 10;

    private final PrintWriter err;

    FlowLogs(PrintWriter err) {
        this.err = err;
    }

    /**
     * The flows of all files, in the order of their end.
     *
     * @throws CommandFailure if no flow could be read from any file
     */
    List<Conn> read(List<Path> files) throws CommandFailure {
        List<Conn> flows = new ArrayList<>();
        for (Path file : files) {
            try {
                read(file, flows);
            } catch (IOException e) {
                err.println("talon: " + e.getMessage());
            } catch (UncheckedIOException e) {
                err.println("talon: " + file + ": cannot be read on: " + e.getCause().getMessage());
            }
        }
        if (flows.isEmpty()) {
            throw new CommandFailure(
                    "no flow could be read from "
                            + String.join(", ", files.stream().map(Path::toString).toList()));
        }
        flows.sort(Destinations.ORDER);
        return flows;
    }

    private void read(Path file, List<Conn> flows) throws IOException {
        try (ConnReader reader = ConnReader.open(file)) {
            while (reader.hasNext()) {
                ConnLine line = reader.next();
                if (line instanceof ConnLine.Read read) {
                    flows.add(read.conn());
                } else if (line instanceof ConnLine.Rejected rejected
                        && reader.counts().rejected() <= SHOWN) {
                    err.println(
                            "talon: "
                                    + file
                                    + " line "
                                    + rejected.number()
                                    + ": "
                                    + rejected.reason());
                }
            }
            ConnCounts counts = reader.counts();
            err.printf(
                    "%s: %d lines, %d flows, %d skipped, %d rejected%n",
                    file, counts.lines(), counts.read(), counts.skipped(), counts.rejected());
            if (!counts.unknownColumns().isEmpty()) {
                err.println(
                        file
                                + ": ignored unknown columns "
                                + String.join(", ", counts.unknownColumns()));
            }
        }
    }
}
