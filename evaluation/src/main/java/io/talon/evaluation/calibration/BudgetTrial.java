// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.calibration;

import io.talon.ctalvae.adapt.AdaptationException;
import io.talon.ctalvae.adapt.AlertBudget;
import io.talon.ctalvae.adapt.SiteTeacher;
import io.talon.ctalvae.adapt.Taught;
import io.talon.ctalvae.adapt.Triplet;
import io.talon.ctalvae.calibrate.BudgetSupport;
import io.talon.ctalvae.calibrate.ThresholdRule;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.score.Scorer;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.ctalvae.train.AdaptationOptions;
import io.talon.ctalvae.train.TrainingProgress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The shipped model taught a site, and which share of later benign flows each budget flags. */
public final class BudgetTrial {
    private static final int TRIPLETS = 5;

    private final BenignStream stream;
    private final Taught taught;
    private final double[] later;

    /**
     * @param seed of the triplets
     */
    public BudgetTrial(BenignStream stream, long seed) {
        this.stream = stream;
        SiteModel base = SiteModel.base();
        try {
            this.taught =
                    new SiteTeacher(base, AdaptationOptions.defaults(), ThresholdRule.defaults())
                            .learn(
                                    stream.attacks(),
                                    triplets(new Random(seed)),
                                    stream.declared(),
                                    TrainingProgress.SILENT);
        } catch (AdaptationException e) {
            throw new IllegalStateException("the site cannot be taught", e);
        }
        Scorer scorer =
                new SiteModel(
                                base.profile(),
                                base.core(),
                                base.modelOrigin(),
                                taught.parts(),
                                base.modelOrigin())
                        .newScorer();
        this.later = stream.later().stream().mapToDouble(s -> scorer.score(s).p()).toArray();
    }

    private List<Triplet> triplets(Random random) {
        List<Triplet> triplets = new ArrayList<>();
        for (int i = 0; i < TRIPLETS; i++) {
            triplets.add(
                    new Triplet(
                            uid(stream.declared(), random),
                            uid(stream.declared(), random),
                            stream.attacks().isEmpty() ? null : uid(stream.attacks(), random)));
        }
        return triplets;
    }

    private static String uid(List<Sequence> from, Random random) {
        Sequence one = from.get(random.nextInt(from.size()));
        return one.uids().get(one.length() - 1);
    }

    /**
     * What becomes of a budget: {@code supported} (1 or 0), {@code realised} share of later flows,
     * its {@code ratio} to the budget, {@code within} (1 if the ratio lies in 0.7 to 1.3), {@code
     * flows} declared, {@code needed} ones, {@code dispersion}. Ratio and within come a second time
     * with {@code supported.} in front where the budget is supported, and with {@code refused.}
     * where it is not.
     *
     * @param share of benign flows
     */
    public Map<String, Double> budget(double share) {
        BudgetSupport support;
        try {
            support = taught.support(new AlertBudget(share, false));
        } catch (AdaptationException e) {
            throw new IllegalStateException(e);
        }
        double realised =
                Arrays.stream(later).filter(p -> p <= share).count() / (double) later.length;
        double ratio = realised / share;
        double within = ratio >= 0.7 && ratio <= 1.3 ? 1 : 0;
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("supported", support.holds() ? 1.0 : 0.0);
        measures.put("realised", realised);
        measures.put("ratio", ratio);
        measures.put("within", within);
        String prefix = support.holds() ? "supported." : "refused.";
        measures.put(prefix + "ratio", ratio);
        measures.put(prefix + "within", within);
        measures.put("flows", (double) support.flows());
        measures.put("needed", (double) support.needed());
        measures.put("dispersion", support.dispersion());
        return measures;
    }
}
