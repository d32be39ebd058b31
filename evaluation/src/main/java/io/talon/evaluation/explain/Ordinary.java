// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.explain;

import io.talon.ctalvae.feature.FeatureProfile;
import io.talon.ctalvae.sequence.Sequence;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is ordinary at a site by the labels of its flows and no model: in what a flow differs from
 * the benign ones of the same service. It does where fewer than one in a hundred of them have a
 * value as high, or as low, or, of what has no order, the same. Immutable.
 */
final class Ordinary {
    private static final double RARE = 0.01;

    /** Fewer flows say nothing of one in a hundred: a wider scope is asked. */
    private static final int ENOUGH = 30;

    /** Of a scope; more take longer and say the same. */
    private static final int MOST = 1_000;

    private final List<Aspect> aspects;
    private final Map<Scope, Map<List<Integer>, List<Sequence>>> groups =
            new EnumMap<>(Scope.class);

    /**
     * @param benign all benign flows of a site, each with the flows before it and its exchange
     */
    Ordinary(FeatureProfile profile, List<Sequence> benign) {
        aspects = Aspect.all(profile);
        for (Scope scope : Scope.values()) {
            Map<List<Integer>, List<Sequence>> own = new HashMap<>();
            for (Sequence flow : benign) {
                own.computeIfAbsent(scope.of(flow.exchange()), k -> new ArrayList<>()).add(flow);
            }
            own.replaceAll((key, flows) -> thinned(flows));
            groups.put(scope, own);
        }
    }

    private static List<Sequence> thinned(List<Sequence> flows) {
        int stride = 1 + flows.size() / MOST;
        List<Sequence> kept = new ArrayList<>();
        for (int i = 0; i < flows.size(); i += stride) {
            kept.add(flows.get(i));
        }
        return kept;
    }

    /** Names of the features and relations in which the last flow of a sequence differs. */
    Set<String> differences(Sequence flow) {
        Set<String> different = new TreeSet<>();
        for (Aspect aspect : aspects) {
            if (isRare(aspect, flow)) {
                different.add(aspect.name());
            }
        }
        return different;
    }

    private boolean isRare(Aspect aspect, Sequence flow) {
        double value = aspect.value().applyAsDouble(flow);
        List<Sequence> others = List.of();
        for (Scope scope : aspect.scopes()) {
            others = groups.get(scope).getOrDefault(scope.of(flow.exchange()), List.of());
            if (others.size() >= ENOUGH) {
                break;
            }
        }
        int above = 0;
        int below = 0;
        int same = 0;
        for (Sequence other : others) {
            double theirs = aspect.value().applyAsDouble(other);
            boolean equal = Double.compare(theirs, value) == 0;
            same += equal ? 1 : 0;
            above += equal || theirs > value ? 1 : 0;
            below += equal || theirs < value ? 1 : 0;
        }
        boolean comparable = aspect.ordered() && !Double.isNaN(value);
        double least = comparable ? Math.min(above, below) : same;
        return least < RARE * others.size();
    }
}
