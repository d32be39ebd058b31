// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.sequence;

import java.util.List;

/**
 * Sequences worth a triplet.
 *
 * @param proposals whole triplets; null for other kinds than proposed
 * @param seen sequences that were looked at
 * @param elasticsearch used, away or off
 */
record CandidateList(
        List<SequenceView> candidates,
        List<Proposal> proposals,
        int seen,
        String elasticsearch,
        String next) {

    /** A triplet that is ready to be said; a null negative is an injected anomaly. */
    record Proposal(String anchor, String positive, String negative) {}
}
