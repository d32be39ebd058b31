// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

import java.util.List;
import java.util.Map;

/** A row of a table: a detector together with what it is given to learn from. */
public interface Row {

    /** What it is, e.g. {@code PCA}. */
    String detector();

    /** What it learnt from, e.g. {@code declared benign}. */
    String material();

    /** Whether its scores depend on the triplets. */
    boolean usesShots();

    /** Whether its scores depend on the seed. */
    boolean isSeeded();

    /** Flows whose scores set the threshold: declared benign and not learnt from. */
    default int[] calibration(Split split) {
        return split.declared();
    }

    /** The rule of the main table; the other rules stand in the table of thresholds. */
    default ThresholdRule rule() {
        return ThresholdRule.QUANTILE;
    }

    /** The numbers of triplets it is worth measuring with. */
    default List<Integer> ks(Plan plan) {
        return usesShots() || rule() == ThresholdRule.BETWEEN
                ? plan.ks().stream().filter(k -> k > 0).toList()
                : List.of(plan.mainK());
    }

    /**
     * Scores the flows the trial asks for.
     *
     * @throws UnsupportedOperationException if it cannot be run on such a trial; the message says
     *     why
     */
    Scores scores(Trial trial);

    /** Further measures of a trial that its scores do not show, by name. */
    default Map<String, Double> notes(Trial trial) {
        return Map.of();
    }

    /** Name of the row. */
    default String label() {
        return detector() + ", " + material();
    }
}
