// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.anomaly.v1.SequenceScore;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** One scored flow as a line of JSON: {@code talon score --all}. */
public final class ScoreLine {

    private ScoreLine() {}

    /** The line, without its end. {@code ts} is Zeek's: seconds since the epoch. */
    public static String of(SequenceScore score) {
        ObjectNode line = Json.object();
        line.put("uid", score.getUid());
        line.put(
                "ts",
                BigDecimal.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, score.getTs()), 6));
        line.put("destination", score.getDestination());
        line.put("length", score.getLength());
        line.put("error", score.getError());
        line.put("p", score.getP());
        line.put("record_score", score.getRecordScore());
        line.put("anomalous", score.getAnomalous());
        return new String(Json.bytes(line), StandardCharsets.UTF_8);
    }
}
