// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.report;

import io.talon.ctalvae.calibrate.Calibration;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.sequence.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Examines candidates against the model that runs now. Deterministic: the same candidate and the
 * same sequences give the same card. Not thread-safe.
 */
public final class Examination {
    private static final long SEED = 20;
    private static final int ROC_POINTS = 40;

    /** An attack counts as found when this share of its sequences is flagged. */
    private static final double FOUND = 0.5;

    /** Record scores: an attack that falls by more has become ordinary. */
    private static final double FALL = 10;

    private final SiteModel base;
    private final SiteModel parent;

    /**
     * @param base the model that ships, by which the guard set is measured
     * @param parent what runs now
     */
    public Examination(SiteModel base, SiteModel parent) {
        this.base = base;
        this.parent = parent;
    }

    /**
     * @param candidate to be examined
     * @param network what the errors of its network alone mean, from teaching; null if it was
     *     taught elsewhere
     * @param benign declared-benign sequences that the candidate was not fitted on; may be empty
     * @param negatives the triplets' negatives; may be empty
     * @param influence of each triplet; empty where it was not examined
     * @param loss points [step, loss] of training; empty where none was watched
     */
    public ReportCard examine(
            SiteModel candidate,
            Calibration network,
            List<Sequence> benign,
            List<Sequence> negatives,
            List<Influence> influence,
            List<List<Double>> loss) {
        Evidence evidence =
                new Evidence(
                        benign,
                        negatives,
                        new InjectedAnomalies(parent.site().normaliser(), SEED).from(benign),
                        GuardSet.sequences());
        Results before = Results.of(parent, evidence);
        Results after = Results.of(candidate, evidence);
        Optional<SiteModel> asked = NetworkAlone.of(candidate, network, evidence);
        SiteModel alone = asked.orElse(candidate);
        BeforeAfter guard =
                new BeforeAfter(
                        Scored.of(base, evidence.guard()).flagged(),
                        Scored.of(alone, evidence.guard()).flagged(),
                        null,
                        null);
        BeforeAfter alarms =
                new BeforeAfter(before.benign().flagged(), after.benign().flagged(), null, null);
        BeforeAfter found = compare(before, after, before.negatives(), after.negatives());
        BeforeAfter injected = compare(before, after, before.injected(), after.injected());
        double drift = Drift.between(parent.site().adaptor(), candidate.site().adaptor());
        Judge judge = new Judge();
        judge.benign(alarms);
        judge.declared(Scored.of(base, benign), Scored.of(base, negatives));
        judge.negatives(found);
        judge.injected(
                injected, Scored.of(alone, evidence.injected()).auroc(Scored.of(alone, benign)));
        judge.guard(
                overlooked(candidate),
                overlooked(NetworkAlone.flaggingTheUnusual(alone)),
                overlooked(alone));
        judge.guardAsked(asked.isPresent());
        judge.influence(influence);
        judge.drift(drift);
        return new ReportCard(
                judge.reasons().stream().map(Reason::verdict).reduce(Verdict.PASS, Verdict::or),
                judge.reasons(),
                parent.adaptorVersion(),
                alarms,
                found,
                injected,
                guard,
                List.copyOf(influence),
                drift,
                new Plots(
                        before.plot(Scored.threshold(parent)),
                        after.plot(Scored.threshold(candidate)),
                        List.copyOf(loss)));
    }

    /**
     * What a model overlooks. Asked of the whole candidate and of its network alone, because to a
     * site's memory every attacker of the guard set is a stranger, which says nothing about what
     * the site was taught.
     *
     * <p>A family is overlooked when less than half of it is flagged, and it was flagged by the
     * base model, or its mean record score has fallen clearly below the base model's.
     */
    private List<String> overlooked(SiteModel candidate) {
        List<String> overlooked = new ArrayList<>();
        for (GuardSet.Family family : GuardSet.families()) {
            Scored before = Scored.of(base, family.sequences());
            Scored after = Scored.of(candidate, family.sequences());
            boolean found = after.flagged().share() >= FOUND;
            boolean wasFound = before.flagged().share() >= FOUND;
            if (!found && (wasFound || after.mean() < before.mean() - FALL)) {
                overlooked.add(family.attack());
            }
        }
        return overlooked;
    }

    private static BeforeAfter compare(
            Results before, Results after, Scored foundBefore, Scored foundAfter) {
        return new BeforeAfter(
                foundBefore.flagged(),
                foundAfter.flagged(),
                foundBefore.auroc(before.benign()),
                foundAfter.auroc(after.benign()));
    }

    private record Results(Scored benign, Scored negatives, Scored injected) {
        static Results of(SiteModel model, Evidence evidence) {
            return new Results(
                    Scored.of(model, evidence.benign()),
                    Scored.of(model, evidence.negatives()),
                    Scored.of(model, evidence.injected()));
        }

        Plot plot(double threshold) {
            return new Plot(
                    threshold,
                    benign.histogram(),
                    negatives.histogram(),
                    injected.histogram(),
                    injected.roc(negatives, benign, ROC_POINTS));
        }
    }
}
