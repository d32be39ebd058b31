// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.explain;

import io.talon.ctalvae.relation.Relation;
import io.talon.ctalvae.score.Explanation;
import io.talon.ctalvae.score.FeatureContribution;
import io.talon.ctalvae.score.Scorer;
import io.talon.evaluation.site.LabelledSequence;
import io.talon.evaluation.site.TaughtSite;
import io.talon.simulator.attack.AttackFamily;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Explanations of the alerts that a site's attacks raise. */
public final class ExplainedAlerts {
    /** Alerts of a family at a site that are explained; they resemble each other. */
    private static final int MOST = 200;

    private static final Set<String> RELATIONS =
            Arrays.stream(Relation.values()).map(Relation::label).collect(Collectors.toSet());

    private ExplainedAlerts() {}

    /**
     * Per family {@code F}: {@code F alerts}, {@code F top 3} (share whose three largest
     * contributions hold a feature or relation that the attack sets), {@code F top 3 features} (the
     * same among the profile's features alone), {@code F share} (what those features contribute in
     * all), and over all {@code sum error}, the largest deviation of the sum of contributions from
     * 1.
     */
    public static Map<String, Double> of(TaughtSite site) {
        Scorer scorer = site.model().newScorer();
        Map<String, Integer> alerts = new HashMap<>();
        Map<String, Integer> named = new HashMap<>();
        Map<String, Integer> features = new HashMap<>();
        Map<String, Double> shares = new HashMap<>();
        double sumError = 0;
        for (LabelledSequence flow : site.test()) {
            if (flow.benign()
                    || alerts.getOrDefault(flow.family(), 0) >= MOST
                    || !scorer.score(flow.sequence()).anomalous()) {
                continue;
            }
            AttackFamily of = AttackFamily.of(flow.family()).orElseThrow();
            Set<String> marks = Marks.of(of);
            Explanation explanation = scorer.explain(flow.sequence());
            List<FeatureContribution> all = explanation.features();
            double sum = all.stream().mapToDouble(FeatureContribution::contribution).sum();
            sumError = Math.max(sumError, Math.abs(sum - 1));
            alerts.merge(flow.family(), 1, Integer::sum);
            boolean hit = all.subList(0, 3).stream().anyMatch(c -> marks.contains(c.feature()));
            named.merge(flow.family(), hit ? 1 : 0, Integer::sum);
            boolean amongFeatures =
                    all.stream()
                            .filter(c -> !RELATIONS.contains(c.feature()))
                            .limit(3)
                            .anyMatch(c -> Marks.features(of).contains(c.feature()));
            features.merge(flow.family(), amongFeatures ? 1 : 0, Integer::sum);
            double share =
                    all.stream()
                            .filter(c -> marks.contains(c.feature()))
                            .mapToDouble(FeatureContribution::contribution)
                            .sum();
            shares.merge(flow.family(), share, Double::sum);
        }
        Map<String, Double> measures = new LinkedHashMap<>();
        for (AttackFamily family : AttackFamily.values()) {
            int count = alerts.getOrDefault(family.label(), 0);
            if (count > 0) {
                measures.put(family.label() + " alerts", (double) count);
                measures.put(family.label() + " top 3", (double) named.get(family.label()) / count);
                measures.put(
                        family.label() + " top 3 features",
                        (double) features.get(family.label()) / count);
                measures.put(family.label() + " share", shares.get(family.label()) / count);
            }
        }
        measures.put("sum error", sumError);
        return measures;
    }
}
