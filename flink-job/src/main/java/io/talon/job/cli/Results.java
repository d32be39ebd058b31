// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.cli;

import io.talon.anomaly.v1.Anomaly;
import io.talon.anomaly.v1.SequenceScore;
import io.talon.job.document.AnomalyDocument;
import io.talon.job.document.ScoreLine;
import java.io.PrintWriter;

/** Prints what was asked for of the scores, and counts all of them. */
final class Results implements AutoCloseable {

    private final PrintWriter out;
    private final boolean all;
    private final boolean table;
    private long scored;
    private long anomalous;

    private Results(PrintWriter out, boolean all, boolean table) {
        this.out = out;
        this.all = all;
        this.table = table;
    }

    static Results to(PrintWriter out, boolean all, ScoreCommand.Format format) {
        Results results = new Results(out, all, format == ScoreCommand.Format.table);
        if (results.table) {
            out.println(all ? Tables.SCORE_HEADER : Tables.ANOMALY_HEADER);
        }
        return results;
    }

    void score(SequenceScore score) {
        scored++;
        anomalous += score.getAnomalous() ? 1 : 0;
        if (all) {
            out.println(table ? Tables.row(score) : ScoreLine.of(score));
        }
    }

    void anomaly(Anomaly anomaly) {
        out.println(table ? Tables.row(anomaly) : AnomalyDocument.of(anomaly).text());
    }

    long scored() {
        return scored;
    }

    long anomalous() {
        return anomalous;
    }

    @Override
    public void close() {
        out.flush();
    }
}
