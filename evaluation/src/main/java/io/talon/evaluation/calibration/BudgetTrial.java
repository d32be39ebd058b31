// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.calibration;

import io.talon.ctalvae.adapt.AdaptationException;
import io.talon.ctalvae.adapt.AlertBudget;
import io.talon.ctalvae.adapt.SiteTeacher;
import io.talon.ctalvae.adapt.Taught;
import io.talon.ctalvae.adapt.Triplet;
import io.talon.ctalvae.calibrate.BudgetSupport;
import io.talon.ctalvae.calibrate.ThresholdRule;
import io.talon.ctalvae.drift.DriftOptions;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.online.OnlineOptions;
import io.talon.ctalvae.online.OnlineSite;
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
import java.util.Set;
import java.util.stream.Collectors;

/** The shipped model taught a site, and which share of later benign flows each budget flags. */
public final class BudgetTrial {
    private static final int TRIPLETS = 5;
    private static final double ALERTS_PER_DAY = 50;
    private static final OnlineOptions THRESHOLD_CLOCK =
            OnlineOptions.defaults().withClocks(OnlineOptions.defaults().thresholdEvery(), 0, 0);

    private final BenignStream stream;
    private final Taught taught;
    private final double[] later;
    private final double[] followed;

    /**
     * @param seed of the triplets
     */
    public BudgetTrial(BenignStream stream, long seed) {
        this.stream = stream;
        SiteModel base = SiteModel.base();
        List<Triplet> triplets = triplets(new Random(seed));
        try {
            this.taught =
                    new SiteTeacher(base, AdaptationOptions.defaults(), ThresholdRule.defaults())
                            .learn(
                                    stream.attacks(),
                                    triplets,
                                    stream.declared(),
                                    TrainingProgress.SILENT);
        } catch (AdaptationException e) {
            throw new IllegalStateException("the site cannot be taught", e);
        }
        SiteModel model = base.withSite(taught.parts());
        Scorer scorer = model.newScorer();
        this.later = stream.later().stream().mapToDouble(s -> scorer.score(s).p()).toArray();
        OnlineSite online =
                new OnlineSite(
                        model,
                        stream.declared(),
                        negatives(triplets),
                        DriftOptions.of(ALERTS_PER_DAY),
                        THRESHOLD_CLOCK);
        this.followed = stream.later().stream().mapToDouble(s -> online.observe(s).p()).toArray();
    }

    private List<Sequence> negatives(List<Triplet> triplets) {
        Set<String> uids = triplets.stream().map(Triplet::negative).collect(Collectors.toSet());
        return stream.attacks().stream().filter(s -> uids.contains(s.uid())).toList();
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
        return one.uid();
    }

    /**
     * What becomes of a budget: {@code supported} (1 or 0), {@code realised} share of later flows,
     * its {@code ratio} to the budget, {@code within} (1 if the ratio lies in 0.7 to 1.3), {@code
     * flows} declared, {@code needed} ones, {@code dispersion}; {@code followed.ratio} and {@code
     * followed.within} of a threshold that follows the later flows, each judged before it is learnt
     * from. Ratios and within come a second time with {@code supported.} in front where the budget
     * is supported, and with {@code refused.} where it is not.
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
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("supported", support.holds() ? 1.0 : 0.0);
        measures.put("realised", realised(later, share));
        String prefix = support.holds() ? "supported." : "refused.";
        put(measures, prefix, "", realised(later, share) / share);
        put(measures, prefix, "followed.", realised(followed, share) / share);
        measures.put("flows", (double) support.flows());
        measures.put("needed", (double) support.needed());
        measures.put("dispersion", support.dispersion());
        return measures;
    }

    private static double realised(double[] p, double share) {
        return Arrays.stream(p).filter(v -> v <= share).count() / (double) p.length;
    }

    private static void put(Map<String, Double> measures, String prefix, String how, double ratio) {
        double within = ratio >= 0.7 && ratio <= 1.3 ? 1 : 0;
        measures.put(how + "ratio", ratio);
        measures.put(how + "within", within);
        measures.put(prefix + how + "ratio", ratio);
        measures.put(prefix + how + "within", within);
    }
}
