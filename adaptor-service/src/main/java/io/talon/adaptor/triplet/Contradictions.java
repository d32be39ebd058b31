// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.triplet;

import io.talon.adaptor.problem.ProblemException;
import io.talon.adaptor.sequence.FlowSequence;
import java.util.List;
import java.util.Objects;

/** Triplets that cannot all be true are refused when the last of them is said. */
final class Contradictions {
    private static final String REMEDY =
            "Decide what the flow is, and take the triplet back that says otherwise.";

    private Contradictions() {}

    /**
     * @param others that were accepted
     * @throws ProblemException if a flow would be ordinary and anomalous at once
     */
    static void check(
            FlowSequence anchor,
            FlowSequence positive,
            FlowSequence negative,
            List<StoredTriplet> others) {
        String a = anchor.uid();
        String p = positive == null ? null : positive.uid();
        String n = negative == null ? null : negative.uid();
        if (a.equals(p)) {
            throw refused("anchor and positive are the same flow", "Leave the positive out.");
        }
        if (n != null && (n.equals(a) || n.equals(p))) {
            throw refused("flow " + n + " is both ordinary and the negative", REMEDY);
        }
        if (negative != null && negative.declaredBenign()) {
            throw refused("the negative " + n + " was declared benign", REMEDY);
        }
        for (StoredTriplet other : others) {
            if (other.says(a, p, n)) {
                throw ProblemException.conflict(
                        "triplet-exists",
                        "triplet " + other.id + " says the same",
                        "Use that one.");
            }
            if (n != null && other.ordinary().contains(n)) {
                throw refused("the negative " + n + " is ordinary in triplet " + other.id, REMEDY);
            }
            if (Objects.equals(other.negative, a)
                    || p != null && Objects.equals(other.negative, p)) {
                throw refused(
                        "flow " + other.negative + " is the negative of triplet " + other.id,
                        REMEDY);
            }
        }
    }

    private static ProblemException refused(String detail, String remedy) {
        return ProblemException.unusable("contradiction", detail, remedy);
    }
}
