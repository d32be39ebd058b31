// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.explain;

import io.talon.ctalvae.score.Explanation;
import io.talon.ctalvae.score.FeatureContribution;
import io.talon.ctalvae.score.Scorer;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.evaluation.site.LabelledSequence;
import io.talon.evaluation.site.TaughtSite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Explanations of the alerts that a site's attacks raise. */
public final class ExplainedAlerts {
    /** Between a family and the aspect that its flows differ in. */
    public static final String DIFFERS = " differs in ";

    /**
     * Alerts of a family at a site that are explained, evenly thinned; they resemble each other.
     */
    private static final int MOST = 200;

    private ExplainedAlerts() {}

    /**
     * Per family {@code F}: {@code F alerts}; {@code F top 3}, the share whose three largest
     * contributions hold something in which the flow differs from the benign ones of its service,
     * {@code F by chance}, what three at random would; {@code F first}, the same of the largest
     * alone; {@code F top 3 features} and {@code F by chance features}, both among the features of
     * the profile only; {@code F feature differs}, the share of alerts in which one of them does;
     * {@code F share}, what all that differs contributes; {@code F differs in A}, how often. Over
     * all {@code sum error}, the largest deviation of the sum of contributions from 1.
     */
    public static Map<String, Double> of(TaughtSite site) {
        Scorer scorer = site.model().newScorer();
        Ordinary ordinary = new Ordinary(site.model().profile(), site.benign());
        Map<String, List<Sequence>> alerts = new TreeMap<>();
        for (LabelledSequence flow : site.test()) {
            if (!flow.benign() && scorer.score(flow.sequence()).anomalous()) {
                alerts.computeIfAbsent(flow.family(), f -> new ArrayList<>()).add(flow.sequence());
            }
        }
        Map<String, Double> measures = new LinkedHashMap<>();
        double sumError = 0;
        for (Map.Entry<String, List<Sequence>> family : alerts.entrySet()) {
            int stride = 1 + (family.getValue().size() - 1) / MOST;
            Tally tally = new Tally(site.model().profile().width());
            for (int i = 0; i < family.getValue().size(); i += stride) {
                Sequence flow = family.getValue().get(i);
                Explanation why = scorer.explain(flow);
                sumError = Math.max(sumError, Math.abs(1 - sum(why.features())));
                tally.add(why.features(), ordinary.differences(flow));
            }
            tally.into(measures, family.getKey());
        }
        measures.put("sum error", sumError);
        return measures;
    }

    private static double sum(List<FeatureContribution> all) {
        return all.stream().mapToDouble(FeatureContribution::contribution).sum();
    }
}
