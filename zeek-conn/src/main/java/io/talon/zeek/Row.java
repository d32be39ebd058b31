// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The flow under construction while one line is read. Reused from line to line. */
final class Row {

    private static final int FIELDS = ConnField.values().length;

    private final ValueCache cache = new ValueCache();
    private final byte[] ranks = new byte[FIELDS];
    private Conn.Builder conn = Conn.builder();
    private long seen;
    private String path;
    private String problem;

    void reset() {
        conn = Conn.builder();
        seen = 0;
        path = null;
        problem = null;
        Arrays.fill(ranks, (byte) 0);
    }

    Conn.Builder conn() {
        return conn;
    }

    String cached(Text t) {
        return cache.string(t);
    }

    List<String> commaList(Text t) {
        return cache.commaList(t);
    }

    void path(String value) {
        path = value;
    }

    /** Whether a value of this binding would count; a second one of the same rank is a problem. */
    boolean wants(ConnField.Binding b) {
        ConnField f = b.field();
        if ((seen & f.bit()) == 0) {
            return true;
        }
        int rank = ranks[f.ordinal()];
        if (rank == b.rank()) {
            fail("has more than one " + f.zeekName());
        }
        return b.rank() < rank;
    }

    void put(ConnField.Binding b, Text value) {
        if (wants(b)) {
            mark(b);
            try {
                b.field().parse(this, value);
            } catch (BadValueException e) {
                fail(b.name() + " " + e.getMessage());
            }
        }
    }

    void putList(ConnField.Binding b, List<String> values) {
        if (wants(b)) {
            mark(b);
            switch (b.field()) {
                case SERVICE -> conn.service(values);
                case TUNNEL_PARENTS -> conn.tunnelParents(values);
                default -> fail(b.name() + " is a list");
            }
        }
    }

    /**
     * Keeps the first problem: the line is read on, since its path may show that it is of another
     * log.
     */
    void fail(String reason) {
        if (problem == null) {
            problem = reason;
        }
    }

    /** The line as a whole is broken: whatever else seems wrong follows from it. */
    void failWhole(String reason) {
        problem = reason;
    }

    boolean has(ConnField f) {
        return (seen & f.bit()) != 0;
    }

    /**
     * For records without header: one that does not say of which log it is must have a member that
     * only conn.log has.
     */
    void requireCharacteristic() {
        if (path == null && ConnField.CHARACTERISTIC.stream().noneMatch(this::has)) {
            fail(
                    Objects.requireNonNullElseGet(
                            missing(),
                            () ->
                                    "has none of "
                                            + ConnField.CHARACTERISTIC.stream()
                                                    .map(ConnField::zeekName)
                                                    .collect(Collectors.joining(", "))));
        }
    }

    /** What the line turned out to be. */
    ConnLine finish(LineSource line) {
        if (path != null && !LogPath.isConn(path)) {
            return new ConnLine.Skipped(line.number(), LogPath.skipReason(path));
        }
        if (problem == null) {
            problem = missing();
        }
        if (problem != null) {
            return new ConnLine.Rejected(line.number(), problem, line.copy());
        }
        return new ConnLine.Read(line.number(), conn.build());
    }

    private void mark(ConnField.Binding b) {
        seen |= b.field().bit();
        ranks[b.field().ordinal()] = (byte) b.rank();
    }

    private String missing() {
        for (ConnField f : ConnField.REQUIRED) {
            if (!has(f)) {
                return "has no " + f.zeekName();
            }
        }
        return null;
    }
}
