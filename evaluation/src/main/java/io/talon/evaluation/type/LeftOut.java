// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.type;

import io.talon.ctalvae.type.AttackTypes;
import io.talon.ctalvae.type.TypeMatch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Types learnt from all families but one, tried on other sites. */
public final class LeftOut {
    private LeftOut() {}

    /**
     * @param left the family that is not learnt
     * @return {@code macro F1} over the known families, an unknown answer counting as wrong; {@code
     *     known called unknown}; {@code unknown recall} of the left-out family; {@code nearest}
     *     accuracy of the nearest prototype without rejection
     */
    public static Map<String, Double> of(
            Map<String, List<List<float[]>>> learnt,
            Map<String, List<List<float[]>>> tried,
            String left,
            double rejection) {
        Map<String, List<List<float[]>>> known = enough(learnt, rejection);
        known.remove(left);
        AttackTypes types = AttackTypes.learn(known, rejection);
        Map<String, int[]> counts = new TreeMap<>();
        known.keySet().forEach(k -> counts.put(k, new int[3]));
        int all = 0;
        int unknown = 0;
        int nearest = 0;
        for (String family : known.keySet()) {
            for (float[] place : all(tried, family)) {
                TypeMatch match = types.match(place);
                all++;
                unknown += match.known() ? 0 : 1;
                nearest += match.nearest().equals(family) ? 1 : 0;
                if (match.name().equals(family)) {
                    counts.get(family)[0]++;
                } else {
                    counts.get(family)[1]++;
                    match.type().ifPresent(wrong -> counts.get(wrong)[2]++);
                }
            }
        }
        double f1 =
                counts.entrySet().stream()
                        .filter(e -> tried.containsKey(e.getKey()))
                        .mapToDouble(e -> f1(e.getValue()))
                        .average()
                        .orElse(Double.NaN);
        List<float[]> strangers = all(tried, left);
        long rejected = strangers.stream().filter(p -> !types.match(p).known()).count();
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("macro F1", f1);
        measures.put("nearest", (double) nearest / all);
        measures.put("known called unknown", (double) unknown / all);
        measures.put("unknown recall", (double) rejected / strangers.size());
        return measures;
    }

    /** The families with enough examples to be learnt. */
    public static Map<String, List<List<float[]>>> enough(
            Map<String, List<List<float[]>>> examples, double rejection) {
        Map<String, List<List<float[]>>> enough = new TreeMap<>(examples);
        enough.values()
                .removeIf(
                        bySite ->
                                bySite.stream().mapToInt(List::size).sum()
                                        < AttackTypes.leastExamples(rejection));
        return enough;
    }

    private static List<float[]> all(Map<String, List<List<float[]>>> tried, String family) {
        return tried.getOrDefault(family, List.of()).stream().flatMap(List::stream).toList();
    }

    private static double f1(int[] counts) {
        return 2.0 * counts[0] / Math.max(1, 2 * counts[0] + counts[1] + counts[2]);
    }
}
