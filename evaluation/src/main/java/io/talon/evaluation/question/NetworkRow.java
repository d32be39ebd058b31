// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.question;

import io.talon.evaluation.ctal.TailRanks;
import io.talon.evaluation.protocol.Row;
import io.talon.evaluation.protocol.Scores;
import io.talon.evaluation.protocol.Split;
import io.talon.evaluation.protocol.ThresholdRule;
import io.talon.evaluation.protocol.Trial;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** A row whose score is the fused error of a network. */
abstract class NetworkRow implements Row {

    /** The network that scores. */
    abstract Network network(Trial trial);

    @Override
    public boolean usesShots() {
        return true;
    }

    @Override
    public boolean isSeeded() {
        return true;
    }

    @Override
    public int[] calibration(Split split) {
        return split.hold();
    }

    @Override
    public ThresholdRule rule() {
        return ThresholdRule.BETWEEN;
    }

    @Override
    public Scores scores(Trial trial) {
        return Scores.of(fused(network(trial), trial));
    }

    /**
     * Mean tail rank of last flow's error, sequence's error and norm, as the product fuses them.
     */
    static double[] fused(Network network, Trial trial) {
        double[][] benign = threeErrors(network, trial, trial.split().fit());
        double[][] scored = threeErrors(network, trial, trial.scored());
        double[] sum = new double[scored[0].length];
        for (int e = 0; e < benign.length; e++) {
            TailRanks ranks = new TailRanks(benign[e]);
            double[] errors = scored[e];
            Arrays.setAll(sum, i -> sum[i] + ranks.of(errors[i]) / benign.length);
        }
        return sum;
    }

    private static double[][] threeErrors(Network network, Trial trial, int[] flows) {
        Pass pass = new Pass(network);
        double[][] errors = new double[3][flows.length];
        for (int i = 0; i < flows.length; i++) {
            pass.of(trial.target().flows().get(flows[i]).sequence());
            errors[0][i] = pass.lastFlow();
            errors[1][i] = pass.sequence();
            errors[2][i] = pass.norm();
        }
        return errors;
    }

    /** Tail ranks of an error against the flows that the site's statistics are from. */
    static double[] ranks(Network network, Trial trial, ToDoubleFunction<Pass> error) {
        TailRanks ranks = new TailRanks(errors(network, trial, trial.split().fit(), error));
        return Arrays.stream(errors(network, trial, trial.scored(), error))
                .map(ranks::of)
                .toArray();
    }

    /** An error of some flows of the target. */
    static double[] errors(
            Network network, Trial trial, int[] flows, ToDoubleFunction<Pass> error) {
        Pass pass = new Pass(network);
        return Arrays.stream(flows)
                .mapToDouble(
                        i -> error.applyAsDouble(pass.of(trial.target().flows().get(i).sequence())))
                .toArray();
    }
}
