// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.report;

import io.talon.ctalvae.adapt.AdaptationException;
import io.talon.ctalvae.adapt.SiteTeacher;
import io.talon.ctalvae.adapt.Together;
import io.talon.ctalvae.calibrate.ThresholdRule;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.model.SiteParts;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.ctalvae.train.AdaptationOptions;
import io.talon.ctalvae.train.TrainingProgress;
import java.util.ArrayList;
import java.util.List;

/**
 * What each triplet does: the site is taught with all of them and without each one in turn, and the
 * results are compared. Each time in fewer steps than for good and in one fit instead of three.
 * Reject-on-negative-impact (Nelson et al. 2008), only that a person decides.
 */
public final class LeaveOneOut {
    /** Worse by this share of sequences counts as harm. */
    private static final double HARM = 0.05;

    /** More triplets are not examined one by one: each is then a small part. */
    private static final int MOST = 12;

    private static final long SEED = 21;

    private final SiteModel base;
    private final AdaptationOptions options;
    private final ThresholdRule rule;

    /**
     * @param base what adaptation starts from
     * @param options of adaptation, with few steps
     */
    public LeaveOneOut(SiteModel base, AdaptationOptions options, ThresholdRule rule) {
        this.base = base;
        this.options = options;
        this.rule = rule;
    }

    /**
     * The influence of every triplet; none with a single triplet or with more than a dozen.
     *
     * @param progress told that work goes on, in the caller's thread; what it throws ends the
     *     examination
     * @throws AdaptationException if the material does not suffice
     */
    public List<Influence> examine(Material material, TrainingProgress progress)
            throws AdaptationException {
        int count = material.triplets().size();
        if (count < 2 || count > MOST) {
            return List.of();
        }
        List<Sequence> anomalies =
                new ArrayList<>(
                        new InjectedAnomalies(base.site().normaliser(), SEED)
                                .from(material.held()));
        anomalies.addAll(material.negatives());
        anomalies.addAll(GuardSet.sequences());
        List<Together.Piece<Quality>> pieces = new ArrayList<>();
        pieces.add(told -> quality(material, anomalies, told));
        for (int i = 0; i < count; i++) {
            Material fewer = material.without(i);
            pieces.add(told -> quality(fewer, anomalies, told));
        }
        List<Quality> found = Together.make(progress, pieces);
        List<Influence> influence = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            influence.add(influence(i, found.get(0), found.get(1 + i)));
        }
        return influence;
    }

    private static Influence influence(int triplet, Quality all, Quality without) {
        double alarms = all.alarms() - without.alarms();
        double found = all.found() - without.found();
        return new Influence(triplet, alarms, found, alarms - found > HARM);
    }

    private Quality quality(Material material, List<Sequence> anomalies, TrainingProgress progress)
            throws AdaptationException {
        SiteParts site =
                new SiteTeacher(base, options, rule)
                        .remembering(material.further())
                        .teachOnce(
                                material.flows(),
                                material.triplets(),
                                material.benign(),
                                (step, steps, loss) -> progress.alive());
        SiteModel taught = base.withSite(site);
        return new Quality(
                Scored.of(taught, material.held()).flagged().share(),
                Scored.of(taught, anomalies).flagged().share());
    }

    private record Quality(double alarms, double found) {}
}
