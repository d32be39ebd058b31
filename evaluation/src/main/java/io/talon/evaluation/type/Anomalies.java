// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.type;

import io.talon.ctalvae.score.Explanation;
import io.talon.ctalvae.score.Scorer;
import io.talon.evaluation.site.LabelledSequence;
import io.talon.evaluation.site.TaughtSite;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Attack flows that sites found anomalous, by family, as every space sees them. */
public final class Anomalies {
    /** Of each family and site: they resemble each other. */
    private static final int MOST = 120;

    private final Map<TypeSpace, Map<String, List<List<float[]>>>> places =
            new EnumMap<>(TypeSpace.class);

    /** Adds a site's. */
    public void add(TaughtSite site) {
        Scorer scorer = site.model().newScorer();
        Map<String, List<LabelledSequence>> found = new HashMap<>();
        for (LabelledSequence flow : site.test()) {
            if (!flow.benign() && scorer.score(flow.sequence()).anomalous()) {
                found.computeIfAbsent(flow.family(), f -> new ArrayList<>()).add(flow);
            }
        }
        found.forEach(
                (family, flows) -> {
                    int stride = 1 + flows.size() / MOST;
                    for (TypeSpace space : TypeSpace.values()) {
                        places.computeIfAbsent(space, s -> new TreeMap<>())
                                .computeIfAbsent(family, f -> new ArrayList<>())
                                .add(new ArrayList<>());
                    }
                    for (int i = 0; i < flows.size(); i += stride) {
                        add(site, scorer, family, flows.get(i));
                    }
                });
    }

    private void add(TaughtSite site, Scorer scorer, String family, LabelledSequence flow) {
        Explanation why = scorer.explain(flow.sequence());
        for (TypeSpace space : TypeSpace.values()) {
            List<List<float[]>> bySite = places.get(space).get(family);
            bySite.get(bySite.size() - 1)
                    .add(
                            space.place(
                                    flow.sequence(),
                                    why,
                                    site.model().site().normaliser(),
                                    site.model().profile()));
        }
    }

    /** By family, in the order of names, and site. */
    public Map<String, List<List<float[]>>> in(TypeSpace space) {
        return places.getOrDefault(space, Map.of());
    }
}
