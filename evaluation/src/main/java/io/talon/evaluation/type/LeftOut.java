// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.type;

import io.talon.ctalvae.type.AttackTypes;
import io.talon.ctalvae.type.Example;
import io.talon.ctalvae.type.TypeMatch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Types learnt from all families but one, tried on other sites. */
public final class LeftOut {
    private LeftOut() {}

    /**
     * @param left the family that is not learnt
     * @param shrinkage as {@link AttackTypes#learn(List, double, double)} has it
     * @return {@code macro F1} over the known families, an unknown answer counting as wrong; {@code
     *     known called unknown}; {@code unknown recall} of the left-out family; {@code nearest}
     *     accuracy of the nearest prototype without rejection
     */
    public static Map<String, Double> of(
            List<Example> learnt,
            List<Example> tried,
            String left,
            double rejection,
            double shrinkage) {
        List<Example> known =
                enough(learnt, rejection).stream().filter(e -> !e.type().equals(left)).toList();
        AttackTypes types = AttackTypes.learn(known, rejection, shrinkage);
        Map<String, int[]> counts = new TreeMap<>();
        types.names().forEach(k -> counts.put(k, new int[3]));
        List<Example> familiar = tried.stream().filter(e -> counts.containsKey(e.type())).toList();
        int unknown = 0;
        int nearest = 0;
        for (Example example : familiar) {
            TypeMatch match = types.match(example.place());
            unknown += match.known() ? 0 : 1;
            nearest += match.nearest().equals(example.type()) ? 1 : 0;
            if (match.name().equals(example.type())) {
                counts.get(example.type())[0]++;
            } else {
                counts.get(example.type())[1]++;
                match.type().ifPresent(wrong -> counts.get(wrong)[2]++);
            }
        }
        double f1 =
                counts.values().stream()
                        .filter(c -> c[0] + c[1] > 0)
                        .mapToDouble(LeftOut::f1)
                        .average()
                        .orElse(Double.NaN);
        List<Example> strangers = tried.stream().filter(e -> e.type().equals(left)).toList();
        long rejected = strangers.stream().filter(e -> !types.match(e.place()).known()).count();
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("macro F1", f1);
        measures.put("nearest", (double) nearest / familiar.size());
        measures.put("known called unknown", (double) unknown / familiar.size());
        measures.put("unknown recall", (double) rejected / strangers.size());
        return measures;
    }

    /** The examples of families that have enough of them to be learnt. */
    public static List<Example> enough(List<Example> examples, double rejection) {
        Map<String, Long> counts =
                examples.stream()
                        .collect(Collectors.groupingBy(Example::type, Collectors.counting()));
        int least = AttackTypes.leastExamples(rejection);
        return examples.stream().filter(e -> counts.get(e.type()) >= least).toList();
    }

    private static double f1(int[] counts) {
        return 2.0 * counts[0] / Math.max(1, 2 * counts[0] + counts[1] + counts[2]);
    }
}
