// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.simulated;

import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.score.ScalarReconstructor;
import io.talon.ctalvae.score.Score;
import io.talon.ctalvae.score.Scorer;
import io.talon.ctalvae.score.SequenceErrors;
import io.talon.evaluation.metric.Ranking;
import io.talon.evaluation.simulated.SimulatedDay.Labelled;
import io.talon.simulator.attack.AttackFamily;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The scores that one model gives to the test part of a day. */
final class ScoredPart {
    private final List<Labelled> flows;
    private final double[] errors;
    private final double[] norms;
    private final boolean[] anomalous;

    ScoredPart(SiteModel model, List<Labelled> flows) {
        this.flows = flows;
        this.errors = new double[flows.size()];
        this.norms = new double[flows.size()];
        this.anomalous = new boolean[flows.size()];
        Scorer scorer = model.newScorer();
        SequenceErrors measure =
                new SequenceErrors(
                        model.core(),
                        model.site().adaptor(),
                        model.site().normaliser(),
                        new ScalarReconstructor(model.core().shape()));
        for (int i = 0; i < errors.length; i++) {
            Score score = scorer.score(flows.get(i).sequence());
            errors[i] = score.error();
            anomalous[i] = score.anomalous();
            measure.measure(flows.get(i).sequence());
            norms[i] = measure.norm();
        }
    }

    /** Families with flows in this part. */
    List<AttackFamily> families() {
        return Arrays.stream(AttackFamily.values()).filter(f -> count(f) > 0).toList();
    }

    int count(AttackFamily family) {
        return (int) IntStream.range(0, errors.length).filter(i -> is(i, family)).count();
    }

    int benign() {
        return (int) flows.stream().filter(Labelled::benign).count();
    }

    private boolean is(int i, AttackFamily family) {
        return flows.get(i).family().filter(family::equals).isPresent();
    }

    double auroc(AttackFamily family) {
        return auroc(errors, family);
    }

    double normAuroc(AttackFamily family) {
        return auroc(norms, family);
    }

    private double auroc(double[] scores, AttackFamily family) {
        int[] part =
                IntStream.range(0, scores.length)
                        .filter(i -> flows.get(i).benign() || is(i, family))
                        .toArray();
        double[] own = new double[part.length];
        boolean[] attack = new boolean[part.length];
        for (int i = 0; i < part.length; i++) {
            own[i] = scores[part[i]];
            attack[i] = !flows.get(part[i]).benign();
        }
        return Ranking.of(own, attack).auroc();
    }

    double found(AttackFamily family) {
        return (double)
                        IntStream.range(0, errors.length)
                                .filter(i -> is(i, family) && anomalous[i])
                                .count()
                / count(family);
    }

    double falseAlarms() {
        return (double)
                        IntStream.range(0, errors.length)
                                .filter(i -> flows.get(i).benign() && anomalous[i])
                                .count()
                / Math.max(benign(), 1);
    }
}
