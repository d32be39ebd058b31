// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.demo;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * What a demo came to. The counts add up, or the summary says that they do not.
 *
 * @param sent flows in Kafka
 * @param job what the job counted
 * @param alerts found in Elasticsearch
 * @param deadLetters documents found in Elasticsearch
 * @param restarts how often the job was started again; its counts then begin anew
 */
record Summary(
        long sent,
        JobCounts job,
        long alerts,
        long deadLetters,
        long restarts,
        List<AnomalyIndex.Shown> shown) {

    /** Whether every flow sent is scored, skipped or a dead letter, and every alert a document. */
    boolean addsUp() {
        return sent == job.scored() + job.skipped() + job.dead()
                && alerts == job.alerts()
                && deadLetters == job.dead();
    }

    void print(PrintStream out) {
        out.println();
        if (shown.isEmpty()) {
            out.println("No anomaly: all flows look usual to the model.");
        } else {
            out.println("Most unusual, one per destination:");
        }
        for (AnomalyIndex.Shown anomaly : shown) {
            out.println(
                    text("  %5.1f  %s  %s", anomaly.score(), anomaly.time(), anomaly.sentence()));
        }
        out.println();
        out.println(
                text(
                        "Flows      %,10d sent = %,d scored + %,d skipped + %,d late + %,d"
                                + " otherwise dead",
                        sent,
                        job.scored(),
                        job.skipped(),
                        job.late(),
                        job.undecodable() + job.unscorable()));
        out.println(
                text(
                        "Anomalies  %,10d of %,d scored, told in %,d alerts, %,d in Elasticsearch",
                        job.anomalous(), job.scored(), job.alerts(), alerts));
        out.println(
                text(
                        "Dead       %,10d letters,  %,d documents in Elasticsearch",
                        job.dead(), deadLetters));
        if (restarts > 0) {
            out.println(
                    text(
                            "The job was started again %d times and counts from there; nothing is"
                                    + " lost: all %,d flows are read and checkpointed.",
                            restarts, sent));
        } else if (!addsUp()) {
            out.println("These counts do not add up. Please report it, with the logs (--keep).");
        }
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
