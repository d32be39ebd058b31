// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.cli;

import io.talon.deadletter.v1.DeadLetter;
import io.talon.job.source.FileReport;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;

/** Says what became of files and their lines, the first few bad lines of each in full. */
final class FileLog {

    private static final int SHOWN_PER_FILE = 5;

    private final PrintWriter err;
    private final boolean several;
    private final Map<String, Integer> rejectedOf = new HashMap<>();
    private int files;
    private long lines;
    private long read;
    private long skipped;
    private long rejected;

    /**
     * @param several whether each file gets a line of its own before the one over all
     */
    FileLog(PrintWriter err, boolean several) {
        this.err = err;
        this.several = several;
    }

    synchronized void rejected(DeadLetter letter) {
        if (letter.getFile() == null) { // a flow that was read and could not be scored
            err.printf("%s: %s%n", letter.getStage(), letter.getReason());
            return;
        }
        if (rejectedOf.merge(letter.getFile(), 1, Integer::sum) <= SHOWN_PER_FILE) {
            err.printf("%s:%d: %s%n", letter.getFile(), letter.getLine(), letter.getReason());
        }
    }

    synchronized void report(FileReport report) {
        long unseen = report.rejected() - SHOWN_PER_FILE;
        if (unseen > 0) {
            err.printf("%s: %,d more lines rejected%n", report.file(), unseen);
        }
        if (!report.unknownColumns().isEmpty()) {
            err.printf("%s: ignored columns: %s%n", report.file(), report.unknownColumns());
        }
        if (report.failure() != null) {
            err.println(
                    report.failure().startsWith(report.file())
                            ? report.failure()
                            : report.file() + ": " + report.failure());
        }
        if (several && report.lines() > 0) {
            err.printf(
                    "%s: %s%n",
                    report.file(),
                    counts(report.lines(), report.read(), report.skipped(), report.rejected()));
        }
        err.flush();
        files++;
        lines += report.lines();
        read += report.read();
        skipped += report.skipped();
        rejected += report.rejected();
    }

    /** Flows read from all files. */
    synchronized long read() {
        return read;
    }

    /** What became of the lines of all files. */
    synchronized String lines() {
        return "%,d file%s, %s"
                .formatted(files, files == 1 ? "" : "s", counts(lines, read, skipped, rejected));
    }

    private static String counts(long lines, long read, long skipped, long rejected) {
        return "%,d lines: %,d read, %,d skipped, %,d rejected"
                .formatted(lines, read, skipped, rejected);
    }
}
