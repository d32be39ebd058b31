// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.cli;

import io.talon.anomaly.v1.Anomaly;
import io.talon.anomaly.v1.SequenceScore;
import io.talon.job.document.AnomalyDocument;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Results in columns, for people. */
final class Tables {

    static final String ANOMALY_HEADER =
            "%-20s  %5s  %-15s  %s".formatted("TIME", "SCORE", "FROM", "WHAT");
    static final String SCORE_HEADER =
            "%-20s  %5s  %9s  %9s  %2s  %-7s  %-18s  %s"
                    .formatted("TIME", "SCORE", "P", "ERROR", "N", "ANOMALY", "UID", "DESTINATION");

    private Tables() {}

    static String row(Anomaly anomaly) {
        return String.format(
                Locale.ROOT,
                "%-20s  %5.1f  %-15s  %s",
                time(anomaly.getSequenceEnd()),
                anomaly.getScore().getRecordScore(),
                anomaly.getFlow().getOrigH(),
                AnomalyDocument.sentence(anomaly));
    }

    static String row(SequenceScore score) {
        return String.format(
                Locale.ROOT,
                "%-20s  %5.1f  %9.2e  %9.3g  %2d  %-7s  %-18s  %s",
                time(score.getEnd()),
                score.getRecordScore(),
                score.getP(),
                score.getError(),
                score.getLength(),
                score.getAnomalous() ? "yes" : "",
                score.getUid(),
                score.getDestination());
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
