// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reads the beginning of a file until it is clear that this is a conn.log, or refuses the file. The
 * lines read are kept and handed out before any further one.
 */
final class FirstLines {

    /** Lines without a flow after which a file without header is given up. */
    private static final int MAX_CONTENT_LINES = 64;

    private static final int MAX_LINES = 10_000;

    private static final String REMEDY =
            "Talon reads Zeek's conn.log, TSV with its header lines or JSON lines, plain or gzip";

    private final LineSource source;
    private final LineParser parser;
    private final String name;
    private final Deque<ConnLine> lines = new ArrayDeque<>();
    private ConnLine.Rejected firstRejected;
    private int contentLines;
    private int otherLogLines;
    private boolean nul;
    private boolean json;

    FirstLines(LineSource source, LineParser parser, String name) {
        this.source = source;
        this.parser = parser;
        this.name = name;
    }

    Deque<ConnLine> read() throws IOException {
        while (contentLines < MAX_CONTENT_LINES && lines.size() < MAX_LINES) {
            if (!source.next()) {
                atEnd();
                return lines;
            }
            ConnLine line = parser.parse(source);
            lines.add(line);
            if (line instanceof ConnLine.Read || usableHeader()) {
                return lines;
            }
            note(line);
        }
        if (otherLogLines == 0) {
            throw refusal();
        }
        return lines;
    }

    /** A header that names conn's columns is enough; one that names another log's is the end. */
    private boolean usableHeader() throws ConnFormatException {
        TsvHeader header = parser.header();
        if (!header.hasFields()) {
            return false;
        }
        if (header.otherLog()) {
            throw refusal("is a " + header.path() + ".log, not a conn.log");
        }
        if (header.problem() != null) {
            throw refusal("is no conn.log: " + header.problem());
        }
        return true;
    }

    private void note(ConnLine line) {
        if (line instanceof ConnLine.Rejected r) {
            firstRejected = firstRejected == null ? r : firstRejected;
            contentLines++;
            nul |= hasNul(r.raw());
            json |= startsJson(r.raw());
        } else if (line instanceof ConnLine.Skipped skipped && !LineParser.isFrame(skipped)) {
            contentLines++;
            otherLogLines++;
        }
    }

    private void atEnd() throws ConnFormatException {
        if (lines.isEmpty()) {
            throw refusal("is empty");
        }
        throw refusal();
    }

    private ConnFormatException refusal() {
        if (nul) {
            return refusal("is binary, not a text log");
        }
        if (json && firstRejected != null) {
            return refusal(
                    "holds no flow: line " + firstRejected.number() + " " + firstRejected.reason());
        }
        if (otherLogLines > 0) {
            return refusal("holds only records of other logs than conn.log");
        }
        if (contentLines == 0) {
            return refusal("holds no flow and no #fields header");
        }
        return refusal("has neither a #fields header nor JSON lines" + columnsHint());
    }

    /** A log that lost its header is recognised, not guessed at. */
    private String columnsHint() {
        int tabs = 0;
        for (byte b : firstRejected.raw()) {
            tabs += b == '\t' ? 1 : 0;
        }
        return tabs == 0
                ? ""
                : "; line "
                        + firstRejected.number()
                        + " has "
                        + (tabs + 1)
                        + " tab-separated columns that nothing names";
    }

    private ConnFormatException refusal(String reason) {
        return new ConnFormatException(name, reason, REMEDY);
    }

    private static boolean hasNul(byte[] raw) {
        for (byte b : raw) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsJson(byte[] raw) {
        for (byte b : raw) {
            if (b != ' ' && b != '\t') {
                return b == '{';
            }
        }
        return false;
    }
}
