// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

/** Says of each line what it is, by its first visible character: header, JSON, row. */
final class LineParser {

    private static final String BLANK = "blank";

    private final UnknownColumns unknown = new UnknownColumns();
    private final TsvHeader header = new TsvHeader(unknown);
    private final TsvRows tsv = new TsvRows(header);
    private final JsonRows json = new JsonRows(unknown);
    private final LineText text = new LineText();
    private final Row row = new Row();

    ConnLine parse(LineSource line) {
        if (line.damage() != null) {
            return rejected(line, line.damage());
        }
        if (line.tooLong()) {
            return rejected(line, "is longer than " + (LineSource.MAX_LINE >> 20) + " MiB");
        }
        text.decode(line);
        int first = text.firstVisible();
        if (first == text.length()) {
            return new ConnLine.Skipped(line.number(), BLANK);
        }
        char c = text.chars()[first];
        if (c == '#') {
            return header(line, first);
        }
        if (c == '{') {
            row.reset();
            json.read(line, row);
            return row.finish(line);
        }
        return row(line);
    }

    private ConnLine header(LineSource line, int first) {
        String directive = text.string().substring(first);
        return new ConnLine.Skipped(line.number(), header.accept(directive, line.number()));
    }

    private ConnLine row(LineSource line) {
        if (!header.hasFields()) {
            return rejected(line, "stands before any #fields header");
        }
        if (header.otherLog()) {
            return new ConnLine.Skipped(line.number(), LogPath.skipReason(header.path()));
        }
        if (header.problem() != null) {
            return rejected(line, "is under a header of which " + header.problem());
        }
        row.reset();
        tsv.read(text, row);
        return row.finish(line);
    }

    private static ConnLine rejected(LineSource line, String reason) {
        return new ConnLine.Rejected(line.number(), reason, line.copy());
    }

    /** Whether a skipped line is part of the file's frame rather than a record of another log. */
    static boolean isFrame(ConnLine.Skipped line) {
        return line.reason().equals(BLANK)
                || line.reason().equals(TsvHeader.HEADER)
                || line.reason().equals(TsvHeader.COMMENT);
    }

    TsvHeader header() {
        return header;
    }

    UnknownColumns unknownColumns() {
        return unknown;
    }
}
