// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.sequence;

import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.score.Score;
import io.talon.ctalvae.sequence.Sequence;

/** A sequence that may become a candidate, with its score and its place among the others. */
final class Candidate {
    private final FlowSequence flows;
    private final Score score;
    private final float[] place;

    /**
     * @param site statistics by which the last flow's values become comparable
     */
    Candidate(FlowSequence flows, Score score, Normaliser site) {
        this.flows = flows;
        this.score = score;
        this.place = place(flows.sequence(), site);
    }

    FlowSequence flows() {
        return flows;
    }

    Score score() {
        return score;
    }

    String destination() {
        return flows.destination() + ":" + flows.destinationPort();
    }

    /** Who talked to whom, whatever for. */
    String pair() {
        return flows.source() + " " + flows.destination();
    }

    /** The last flow's normalised values; not to be written to. */
    float[] place() {
        return place;
    }

    /** Squared distance of the last flows' normalised values. */
    double distance(Candidate other) {
        return Clusters.distance(place, other.place);
    }

    private static float[] place(Sequence sequence, Normaliser site) {
        float[] values = new float[sequence.length() * sequence.width()];
        float[] present = new float[values.length];
        site.normalise(sequence, values, present);
        float[] last = new float[sequence.width()];
        System.arraycopy(values, values.length - last.length, last, 0, last.length);
        return last;
    }
}
