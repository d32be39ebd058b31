// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.sequence;

import io.talon.ctalvae.score.Score;
import java.time.Instant;
import java.util.List;

/**
 * A sequence as an analyst sees it.
 *
 * @param uid of the flow that ends it
 * @param kind why it is a candidate; null where it is none
 * @param reason the same in a sentence
 * @param anomaly id of its anomaly; null: none is known
 */
public record SequenceView(
        String uid,
        String kind,
        String reason,
        String source,
        String destination,
        Integer destinationPort,
        Instant start,
        Instant end,
        double error,
        double p,
        double recordScore,
        boolean anomalous,
        boolean declaredBenign,
        String anomaly,
        List<FlowPicture> flows) {

    static SequenceView of(FlowSequence flows, Score score, String kind, String reason) {
        return new SequenceView(
                flows.uid(),
                kind,
                reason,
                flows.source(),
                flows.destination(),
                flows.destinationPort(),
                Micros.time(flows.sequence().startMicros()),
                Micros.time(flows.sequence().endMicros()),
                score.error(),
                score.p(),
                score.recordScore(),
                score.anomalous(),
                flows.declaredBenign(),
                flows.anomaly(),
                FlowPicture.of(flows.sequence()));
    }
}
