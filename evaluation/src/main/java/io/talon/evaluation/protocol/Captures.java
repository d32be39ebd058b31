// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

import io.talon.ctalvae.sequence.FlowHistory;
import io.talon.zeek.Conn;
import io.talon.zeek.ConnLine;
import io.talon.zeek.ConnReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns conns into captures. */
public final class Captures {
    private Captures() {}

    /**
     * Reads a labelled conn.log.
     *
     * @throws IOException if it cannot be read or holds no flow
     */
    public static Capture read(String name, Path file) throws IOException {
        return of(name, conns(file));
    }

    /**
     * Reads the flows of a conn.log, in the order of the file.
     *
     * @throws IOException if it cannot be read or holds no flow
     */
    public static List<Conn> conns(Path file) throws IOException {
        List<Conn> conns = new ArrayList<>();
        try (ConnReader reader = ConnReader.open(file)) {
            while (reader.hasNext()) {
                if (reader.next() instanceof ConnLine.Read read) {
                    conns.add(read.conn());
                }
            }
        }
        if (conns.isEmpty()) {
            throw new IOException(file + ": no flow in it. Give a conn.log with flows.");
        }
        return conns;
    }

    /** A capture of conns in any order; sequences are built per responder in order of end time. */
    public static Capture of(String name, List<Conn> conns) {
        List<Conn> ordered = new ArrayList<>(conns);
        ordered.sort(Comparator.comparingLong(Conn::endMicros).thenComparing(Conn::uid));
        Map<String, FlowHistory> histories = new HashMap<>();
        List<Flow> flows = new ArrayList<>(ordered.size());
        for (Conn conn : ordered) {
            FlowHistory history =
                    histories.computeIfAbsent(conn.respH(), destination -> new FlowHistory());
            history.append(conn);
            Kind kind = Kind.of(conn.label());
            flows.add(
                    new Flow(
                            conn.respH(),
                            conn.endMicros(),
                            kind,
                            family(conn, kind),
                            history.sequence()));
        }
        return new Capture(name, flows);
    }

    private static String family(Conn conn, Kind kind) {
        if (conn.detailedLabel() != null && !conn.detailedLabel().equals("-")) {
            return conn.detailedLabel();
        }
        return kind == Kind.MALICIOUS ? conn.label() : "-";
    }
}
