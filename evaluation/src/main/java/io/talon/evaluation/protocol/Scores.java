// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

import java.util.OptionalDouble;

/**
 * What a row says of a trial: one score per index that the trial asked for, larger is stranger.
 *
 * @param values aligned with {@link Trial#scored()}
 * @param ownThreshold the threshold that the row itself decides by, if it has one
 */
public record Scores(double[] values, OptionalDouble ownThreshold) {

    /** Scores of a row that leaves the threshold to the rules. */
    public static Scores of(double[] values) {
        return new Scores(values, OptionalDouble.empty());
    }
}
