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
    /** A measure of false alarms within three hours; the hours since the change follow. */
    public static final String COURSE = "false alarms at hour ";

    private static final int TRIPLETS = 5;
    private static final double ALERTS_PER_DAY = 50;
    private static final long HOUR = 3_600_000_000L;

    private final DriftingSite site;
    private final List<Sequence> benign = new ArrayList<>();
    private final List<Sequence> negatives;
    private final SiteModel taught;

    /**
     * @param most benign flows of the three days that are kept, evenly thinned
     */
    public DriftTrial(SiteKind kind, long seed, Change change, int most) {
        site = new DriftingSite(kind, seed, change, most);
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
     * quarter of the time under the change) and in every three hours; {@code recall before}, {@code
     * recall after} of the attacks; {@code poison recall} and {@code poison learnt}, the share that
     * is learnt from; {@code delay h} until drift is told after the change, {@code told early} 1 if
     * it was told before; {@code recovery h} until false alarms are again within twice those before
     * (at least 2 %) for good; {@code refused} settings.
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
        Analyst analyst = new Analyst();
        double told = Double.NaN;
        boolean early = false;
        DriftPhase phase = DriftPhase.STABLE;
        for (DriftingSite.Step step : site.steps()) {
            if (step.part() == DriftingSite.Part.LEARN) {
                continue;
            }
            long before = online.learnt();
            Score score = online.observe(step.sequence());
            boolean cleared = score.anomalous() && follower.clears(step, analyst);
            if (cleared) {
                online.clear(step.sequence());
            }
            double hours = (step.sequence().endMicros() - site.changeMicros()) / (double) HOUR;
            boolean learns = follower.learns() && online.learnt() > before;
            counts.add(step, score.anomalous(), learns, hours);
            if (online.phase() == DriftPhase.DRIFT && phase != DriftPhase.DRIFT) {
                early |= hours < 0;
                told = hours >= 0 && Double.isNaN(told) ? hours : told;
            }
            phase = online.phase();
        }
        Map<String, Double> measures = new LinkedHashMap<>(counts.measures());
        measures.put("delay h", told);
        measures.put("told early", early ? 1.0 : 0);
        measures.put("refused", (double) online.refused());
        return measures;
    }
}
