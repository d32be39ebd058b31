// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.sequence;

import io.talon.adaptor.problem.ProblemException;
import io.talon.zeek.Conn;
import io.talon.zeek.ConnCounts;
import io.talon.zeek.ConnFormatException;
import io.talon.zeek.ConnLine;
import io.talon.zeek.ConnReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The flows of an uploaded conn.log. */
final class ConnUpload {
    /** Lines of one upload; a small file that unpacks to more is not read on. */
    private static final int MOST_LINES = 200_000;

    private static final int SHOWN = 20;

    private final List<Conn> flows = new ArrayList<>();
    private final List<FlowsReport.Rejection> rejections = new ArrayList<>();
    private ConnCounts counts;

    private ConnUpload() {}

    /**
     * Reads a log.
     *
     * @throws ProblemException if it is none, or too long
     */
    static ConnUpload read(byte[] log) {
        ConnUpload upload = new ConnUpload();
        try (ConnReader reader = ConnReader.of(new ByteArrayInputStream(log), "the log")) {
            upload.readAll(reader);
        } catch (ConnFormatException e) {
            throw ProblemException.unusable(
                    "not-a-conn-log", e.getMessage(), "Send a conn.log as Zeek writes it.");
        } catch (IOException e) {
            throw ProblemException.unusable(
                    "unreadable-log", e.getMessage(), "Send the whole log, plain or gzip.");
        }
        return upload;
    }

    private void readAll(ConnReader reader) {
        long lines = 0;
        while (reader.hasNext()) {
            ConnLine line = reader.next();
            if (++lines > MOST_LINES) {
                throw ProblemException.tooLarge(
                        "the log has more than " + MOST_LINES + " lines",
                        "Send it in parts, or only the hours that matter.");
            }
            if (line instanceof ConnLine.Read read) {
                flows.add(read.conn());
            } else if (line instanceof ConnLine.Rejected rejected && rejections.size() < SHOWN) {
                rejections.add(new FlowsReport.Rejection(rejected.number(), rejected.reason()));
            }
        }
        counts = reader.counts();
    }

    List<Conn> flows() {
        return flows;
    }

    FlowsReport report(int kept, int dropped, int remembered, int known) {
        return new FlowsReport(
                counts.lines(),
                counts.read(),
                counts.skipped(),
                counts.rejected(),
                kept,
                dropped,
                remembered,
                known,
                List.copyOf(rejections));
    }
}
