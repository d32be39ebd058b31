// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.check;

import io.talon.ctalvae.adapt.Triplet;
import io.talon.ctalvae.calibrate.RobustStatistics;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.model.SiteParts;
import io.talon.ctalvae.score.Scorer;
import io.talon.ctalvae.sequence.Sequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Looks at what a site is to be taught with, before teaching, and at what came of it, after: so
 * that nobody gets a useless adaptor without being told. Not thread-safe.
 */
public final class TeachingCheck {
    /** Fewer negatives cannot tell a mistaken model from an unlucky choice. */
    private static final int LEAST_NEGATIVES = 3;

    private final SiteModel model;
    private final List<Sequence> benign;
    private final TaughtTriplets triplets;
    private final int count;

    /**
     * @param model what adaptation starts from
     * @param flows sequences of the site's flows
     * @param triplets what the analyst says
     * @param benign sequences of declared-benign flows
     */
    public TeachingCheck(
            SiteModel model,
            Collection<Sequence> flows,
            List<Triplet> triplets,
            List<Sequence> benign) {
        this.model = model;
        this.benign = benign;
        this.count = triplets.size();
        this.triplets = new TaughtTriplets(flows, triplets, benign);
    }

    /** Benign flows below which a share of false alarms cannot be promised. */
    public static int flowsNeeded(double falseAlarms) {
        return (int) Math.ceil(1 / falseAlarms) - 1;
    }

    /**
     * What is wrong with the material.
     *
     * @param falseAlarms share of benign flows that may be called anomalous, in (0, 1)
     */
    public List<Finding> before(double falseAlarms) {
        List<Finding> findings = new ArrayList<>();
        if (count == 0) {
            findings.add(
                    Finding.warning(
                            "no triplets: only statistics and threshold become the site's own. Give"
                                    + " at least one with a negative"));
        }
        findings.addAll(new BenignFlows(model.profile(), benign).findings());
        if (!benign.isEmpty()) {
            findings.addAll(triplets.findings(RobustStatistics.of(benign)));
        }
        int needed = flowsNeeded(falseAlarms);
        if (benign.size() < needed) {
            findings.add(
                    Finding.warning(
                            "%d benign flows to calibrate on cannot promise %s %% false alarms;"
                                    + " that takes %d. Expect up to %.1f %%, or declare more flows"
                                    + " benign",
                            benign.size(),
                            percent(falseAlarms),
                            needed,
                            100.0 / (benign.size() + 1)));
        }
        return findings;
    }

    private static String percent(double share) {
        return Double.toString(Math.round(share * 1e6) / 1e4);
    }

    /**
     * What is wrong with a taught site: whether it ranks its benign flows above the triplets'
     * negatives.
     */
    public List<Finding> after(SiteParts site) {
        List<Sequence> negatives = triplets.negatives();
        List<Finding> findings = new ArrayList<>();
        if (negatives.isEmpty() || benign.isEmpty()) {
            return findings;
        }
        double before = above(model, negatives);
        SiteModel taught = model.withSite(site);
        double after = above(taught, negatives);
        if (after < 0.5 && negatives.size() >= LEAST_NEGATIVES) {
            findings.add(
                    Finding.refusal(
                            "the taught model ranks this site inverted: a negative looks more"
                                    + " ordinary than %.0f %% of the flows declared benign. Check"
                                    + " that benign and negative are not mixed up",
                            100 * (1 - after)));
        } else if (after < 0.9) {
            findings.add(
                    Finding.warning(
                            "the taught model hardly tells the negatives from benign flows: a"
                                + " negative is stranger than only %.0f %% of them. Attacks like"
                                + " these will be missed",
                            100 * after));
        } else if (before < 0.5) {
            findings.add(
                    Finding.warning(
                            "before teaching, the model ranked this site inverted: a negative"
                                + " looked more ordinary than %.0f %% of the benign flows. It needs"
                                + " this adaptor; do not score the site without it",
                            100 * (1 - before)));
        }
        return findings;
    }

    /** Chance that a negative is stranger than a benign flow, ties counting half; AUROC. */
    private double above(SiteModel scoring, List<Sequence> negatives) {
        Scorer scorer = scoring.newScorer();
        double[] ordinary = benign.stream().mapToDouble(s -> scorer.score(s).error()).toArray();
        double sum = 0;
        for (Sequence negative : negatives) {
            double error = scorer.score(negative).error();
            for (double o : ordinary) {
                sum += error > o ? 1 : error == o ? 0.5 : 0;
            }
        }
        return sum / ((double) ordinary.length * negatives.size());
    }
}
