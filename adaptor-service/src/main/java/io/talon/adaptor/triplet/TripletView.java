// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.triplet;

import io.talon.adaptor.sequence.SequenceView;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A triplet with its sequences. */
record TripletView(
        UUID id,
        String state,
        SequenceView anchor,
        SequenceView positive,
        SequenceView negative,
        String note,
        String origin,
        Instant created,
        String createdBy) {

    static TripletView of(StoredTriplet triplet, Map<String, SequenceView> sequences) {
        return new TripletView(
                triplet.id,
                triplet.state,
                sequences.get(triplet.anchor),
                triplet.positive == null ? null : sequences.get(triplet.positive),
                triplet.negative == null ? null : sequences.get(triplet.negative),
                triplet.note,
                triplet.origin,
                triplet.created,
                triplet.createdBy);
    }
}
