// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.drift;

import io.talon.ctalvae.drift.DriftOptions;
import io.talon.ctalvae.drift.DriftPhase;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.online.OnlineSite;
import io.talon.ctalvae.score.Score;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.evaluation.site.Teaching;
import io.talon.simulator.site.SiteKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One drifting site, taught once and then followed in several ways. */
public final class DriftTrial {
    private static final int TRIPLETS = 5;
    private static final double ALERTS_PER_DAY = 50;
    private static final int CLEARED_PER_DAY = 10;
    private static final long DAY = 86_400_000_000L;
    private static final long HOUR = 3_600_000_000L;

    private final DriftingSite site;
    private final List<Sequence> benign = new ArrayList<>();
    private final List<Sequence> negatives;
    private final SiteModel taught;

    /**
     * @param stride every so many flows of the simulation one is kept
     */
    public DriftTrial(SiteKind kind, long seed, Change change, int stride) {
        site = new DriftingSite(kind, seed, change, stride);
        List<Sequence> attacks = new ArrayList<>();
        for (DriftingSite.Step step : site.steps()) {
            if (step.part() == DriftingSite.Part.LEARN) {
                (step.attack() ? attacks : benign).add(step.sequence());
            }
        }
        Teaching teaching = Teaching.of(SiteModel.base(), benign, attacks, TRIPLETS, seed);
        taught = teaching.model();
        negatives = teaching.negatives();
    }

    /**
     * Follows the site. Measures: {@code false alarms before}, {@code after}, {@code late} (last
     * quarter of the time under the change); {@code recall before}, {@code recall late} of the
     * attacks; {@code poison recall}; {@code delay h} until drift is told, {@code told early} 1 if
     * it was told before the change; {@code recovery h} until an hour's false alarms are again
     * within twice those before (at least 2 %) for good; {@code refused} settings.
     */
    public Map<String, Double> follow(Follower follower) {
        OnlineSite online =
                new OnlineSite(
                        taught,
                        benign,
                        follower.learnsEverything() ? List.of() : negatives,
                        DriftOptions.of(ALERTS_PER_DAY),
                        follower.options());
        DriftCounts counts = new DriftCounts();
        double told = Double.NaN;
        boolean early = false;
        long day = Long.MIN_VALUE;
        int cleared = 0;
        for (DriftingSite.Step step : site.steps()) {
            if (step.part() == DriftingSite.Part.LEARN) {
                continue;
            }
            long now = step.sequence().endMicros();
            Score score = online.observe(step.sequence());
            counts.add(step, score.anomalous(), (now - site.changeMicros()) / HOUR);
            if (score.anomalous()) {
                if (now / DAY != day) {
                    day = now / DAY;
                    cleared = 0;
                }
                boolean harmless = !step.attack() && !step.poison();
                if (follower.learnsEverything()) {
                    online.clear(step.sequence());
                } else if (follower.isCleared() && harmless && cleared < CLEARED_PER_DAY) {
                    cleared++;
                    online.clear(step.sequence());
                }
            }
            if (online.phase() == DriftPhase.DRIFT && Double.isNaN(told)) {
                if (now < site.changeMicros()) {
                    early = true;
                } else {
                    told = (now - site.changeMicros()) / (double) HOUR;
                }
            }
        }
        Map<String, Double> measures = new LinkedHashMap<>(counts.measures());
        measures.put("delay h", told);
        measures.put("told early", early ? 1.0 : 0);
        measures.put("refused", (double) online.refused());
        return measures;
    }
}
