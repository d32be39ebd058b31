// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.explain;

import io.talon.ctalvae.relation.Relation;
import io.talon.ctalvae.score.FeatureContribution;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Explanations of the alerts of one family. Not thread-safe. */
final class Tally {
    /** Contributions that a reader looks at. */
    private static final int TOP = 3;

    private static final Set<String> RELATIONS =
            Arrays.stream(Relation.values())
                    .map(Relation::label)
                    .collect(Collectors.toUnmodifiableSet());

    private final int features;
    private final Map<String, Integer> differences = new TreeMap<>();
    private int alerts;
    private int named;
    private int first;
    private int namedByFeature;
    private int differingInFeature;
    private double chance;
    private double featureChance;
    private double share;

    /**
     * @param features of the profile
     */
    Tally(int features) {
        this.features = features;
    }

    /**
     * @param why contributions, the largest first
     * @param different features and relations in which the flow is not ordinary
     */
    void add(List<FeatureContribution> why, Set<String> different) {
        List<FeatureContribution> own =
                why.stream().filter(c -> !RELATIONS.contains(c.feature())).toList();
        int relations = (int) different.stream().filter(RELATIONS::contains).count();
        alerts++;
        named += names(why, TOP, different);
        first += names(why, 1, different);
        namedByFeature += names(own, TOP, different);
        differingInFeature += different.size() > relations ? 1 : 0;
        chance += chance(different.size(), features + RELATIONS.size());
        featureChance += chance(different.size() - relations, features);
        share +=
                why.stream()
                        .filter(c -> different.contains(c.feature()))
                        .mapToDouble(FeatureContribution::contribution)
                        .sum();
        different.forEach(d -> differences.merge(d, 1, Integer::sum));
    }

    private static int names(List<FeatureContribution> why, int top, Set<String> different) {
        return why.stream().limit(top).anyMatch(c -> different.contains(c.feature())) ? 1 : 0;
    }

    void into(Map<String, Double> measures, String family) {
        measures.put(family + " alerts", (double) alerts);
        measures.put(family + " top 3", (double) named / alerts);
        measures.put(family + " by chance", chance / alerts);
        measures.put(family + " first", (double) first / alerts);
        measures.put(family + " top 3 features", (double) namedByFeature / alerts);
        measures.put(family + " feature differs", (double) differingInFeature / alerts);
        measures.put(family + " by chance features", featureChance / alerts);
        measures.put(family + " share", share / alerts);
        differences.forEach(
                (aspect, count) ->
                        measures.put(
                                family + ExplainedAlerts.DIFFERS + aspect,
                                (double) count / alerts));
    }

    /** Chance that {@link #TOP} of all, drawn at random, hold one of so many. */
    static double chance(int different, int all) {
        double none = 1;
        for (int i = 0; i < TOP; i++) {
            none *= Math.max(0, all - different - i) / (double) (all - i);
        }
        return 1 - none;
    }
}
