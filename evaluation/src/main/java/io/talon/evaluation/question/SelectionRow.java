// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.question;

import io.talon.evaluation.protocol.Kind;
import io.talon.evaluation.protocol.Row;
import io.talon.evaluation.protocol.ThresholdRule;
import io.talon.evaluation.protocol.Trial;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * CTAL-VAE taught with triplets of one origin. The threshold is a quantile of benign scores for
 * all, so that no row profits from labelled negatives there.
 */
public final class SelectionRow extends NetworkRow {
    private final Selection selection;
    private final Networks networks;

    private SelectionRow(Selection selection, Networks networks) {
        this.selection = selection;
        this.networks = networks;
    }

    /** A row for each origin. */
    public static List<Row> all(Networks networks) {
        return Stream.of(Selection.values()).map(s -> (Row) new SelectionRow(s, networks)).toList();
    }

    /** Name of the analyst's row. */
    public static String usual() {
        return "CTAL-VAE, " + Selection.ANALYST.label();
    }

    @Override
    public String detector() {
        return "CTAL-VAE";
    }

    @Override
    public String material() {
        return selection.label();
    }

    @Override
    public ThresholdRule rule() {
        return ThresholdRule.QUANTILE;
    }

    private Selected chosen(Trial trial) {
        long seed = 17 * trial.seed() + Arrays.hashCode(trial.shots().anchors());
        return selection.choose(trial, networks, new Random(seed));
    }

    @Override
    Network network(Trial trial) {
        return networks.taught(trial, chosen(trial));
    }

    /** Share of the negatives that are attacks. */
    @Override
    public Map<String, Double> notes(Trial trial) {
        int[] negatives = chosen(trial).negatives();
        long attacks =
                Arrays.stream(negatives)
                        .filter(i -> trial.target().flows().get(i).kind() == Kind.MALICIOUS)
                        .count();
        return negatives.length == 0
                ? Map.of()
                : Map.of("negatives that are attacks", (double) attacks / negatives.length);
    }
}
