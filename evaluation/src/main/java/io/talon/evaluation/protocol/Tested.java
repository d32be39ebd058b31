// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The scored test flows of a trial, column by column. */
record Tested(
        double[] scores,
        boolean[] attack,
        String[] destination,
        long[] endMicros,
        String[] family) {

    static Tested of(Trial trial, Scores scores) {
        int[] flows = trial.split().test();
        boolean[] attack = new boolean[flows.length];
        String[] destination = new String[flows.length];
        long[] end = new long[flows.length];
        String[] family = new String[flows.length];
        for (int i = 0; i < flows.length; i++) {
            Flow flow = trial.target().flows().get(flows[i]);
            attack[i] = flow.kind() == Kind.MALICIOUS;
            destination[i] = flow.destination();
            end[i] = flow.endMicros();
            family[i] = flow.family();
        }
        return new Tested(trial.pick(scores.values(), flows), attack, destination, end, family);
    }

    /** The benign flows and the attacks of one family. */
    Tested family(String name) {
        int[] kept =
                IntStream.range(0, scores.length)
                        .filter(i -> !attack[i] || family[i].equals(name))
                        .toArray();
        boolean[] keptAttack = new boolean[kept.length];
        IntStream.range(0, kept.length).forEach(i -> keptAttack[i] = attack[kept[i]]);
        return new Tested(
                Arrays.stream(kept).mapToDouble(i -> scores[i]).toArray(),
                keptAttack,
                Arrays.stream(kept).mapToObj(i -> destination[i]).toArray(String[]::new),
                Arrays.stream(kept).mapToLong(i -> endMicros[i]).toArray(),
                Arrays.stream(kept).mapToObj(i -> family[i]).toArray(String[]::new));
    }

    double[] attackScores() {
        return IntStream.range(0, scores.length)
                .filter(i -> attack[i])
                .mapToDouble(i -> scores[i])
                .toArray();
    }

    /** Span of the test in days, at least one hour. */
    double days() {
        long first = Arrays.stream(endMicros).min().orElse(0);
        long last = Arrays.stream(endMicros).max().orElse(0);
        return Math.max((last - first) / 86_400e6, 1 / 24.0);
    }
}
