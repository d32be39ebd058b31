// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.document;

import io.talon.anomaly.v1.Anomaly;
import io.talon.anomaly.v1.FeatureContribution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An anomaly in one English sentence: where, which site, and the two or three facts that make up
 * most of it, each with what is typical.
 */
final class Sentence {

    private static final int FACTS = 3;

    /** A fact that explains less is noise to the reader. */
    private static final double LEAST = 0.03;

    private Sentence() {}

    static String of(Anomaly anomaly) {
        String where =
                "Unusual sequence to %s (site %s): "
                        .formatted(
                                WireText.clean(anomaly.getScore().getDestination()),
                                anomaly.getScore().getSite());
        List<String> said = new ArrayList<>();
        double explained = 0;
        for (Map.Entry<String, Double> fact : facts(anomaly).entrySet()) {
            if (said.size() < FACTS && (said.isEmpty() || fact.getValue() >= LEAST)) {
                said.add(fact.getKey());
                explained += fact.getValue();
            }
        }
        if (said.isEmpty()) {
            return where + "each flow looks typical, their order does not";
        }
        return "%s%s; %s %s"
                .formatted(
                        where,
                        String.join(", ", said),
                        said.size() == 1 ? "this explains" : "these explain",
                        Quantity.percent(explained));
    }

    /** What can be said to what it explains, the most telling first. */
    private static Map<String, Double> facts(Anomaly anomaly) {
        List<FeatureContribution> features = anomaly.getFeatures();
        boolean first = anomaly.getScore().getLength() == 1;
        Map<String, Double> byPhrase = new HashMap<>();
        for (FeatureContribution feature : features) {
            Optional<String> phrase =
                    first && feature.getName().equals("gap")
                            ? Optional.of(noneBefore(feature))
                            : phrase(feature, features);
            phrase.ifPresent(p -> byPhrase.merge(p, feature.getContribution(), Double::sum));
        }
        Map<String, Double> ordered = new LinkedHashMap<>();
        byPhrase.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Double>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .forEach(e -> ordered.put(e.getKey(), e.getValue()));
        return ordered;
    }

    private static Optional<String> phrase(
            FeatureContribution feature, List<FeatureContribution> all) {
        Optional<FeatureFamily> family = FeatureFamily.of(feature.getName());
        return family.isPresent()
                ? family.get().say(all)
                : FeatureWords.say(
                        feature.getName(),
                        feature.getUnit(),
                        feature.getActual(),
                        feature.getTypical());
    }

    /** The model takes a day for the gap before a first flow; a reader would take it literally. */
    private static String noneBefore(FeatureContribution gap) {
        return "no flow to it before, typical is one every "
                + Quantity.of(gap.getTypical(), gap.getUnit());
    }
}
