// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.sequence;

import io.talon.adaptor.problem.ProblemException;
import java.util.Arrays;
import java.util.Locale;

/** Why a sequence is worth a triplet. */
enum CandidateKind {
    ANOMALOUS("among the most surprising for the site's model"),
    TYPICAL("among the least surprising, each destination in turn"),
    DIVERSE("far from those before it"),
    PROPOSED("part of a proposed triplet");

    private final String reason;

    CandidateKind(String reason) {
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CandidateKind ofWord(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                ProblemException.badRequest(
                                        "invalid",
                                        "there is no kind of candidates '" + word + "'",
                                        "There are "
                                                + Arrays.stream(values())
                                                        .map(CandidateKind::word)
                                                        .toList()
                                                + "."));
    }
}
