// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** From figures to a verdict. The bounds stand here and nowhere else. */
final class Judge {
    /** False alarms beyond doubt above this are too many for any budget. */
    private static final double MOST_ALARMS = 0.05;

    /** A rise of false alarms above this is worth a word. */
    private static final double ALARMS_RISE = 0.01;

    private static final double LEAST_NEGATIVES = 0.5;
    private static final double LEAST_AUROC = 0.7;
    private static final double AUROC_LOSS = 0.02;

    /** With so many benign sequences flagged by the base model ... */
    private static final double MOST_FLAGGED = 0.9;

    /** ... and the negatives so clearly below them, the two were exchanged. */
    private static final double LEAST_BASE_AUROC = 0.1;

    private static final double MOST_DRIFT = 1;

    /** Fewer held-out sequences do not show a false alarm rate. */
    private static final int FEW = 20;

    private final List<Reason> reasons = new ArrayList<>();

    List<Reason> reasons() {
        return List.copyOf(reasons);
    }

    void benign(BeforeAfter benign) {
        if (benign.after().of() == 0) {
            add(Verdict.WARN, "no-benign", "no benign sequence was held out: false alarms unknown");
            return;
        }
        if (benign.after().of() < FEW) {
            add(
                    Verdict.WARN,
                    "few-benign",
                    "only %d benign sequences were held out".formatted(benign.after().of()));
        }
        if (benign.after().low() > MOST_ALARMS) {
            add(
                    Verdict.FAIL,
                    "benign-alarms",
                    "%s of the held-out benign sequences raise alarms, at least %s beyond doubt"
                            .formatted(
                                    percent(benign.after().share()),
                                    percent(benign.after().low())));
        } else if (benign.after().share() > benign.before().share() + ALARMS_RISE) {
            add(
                    Verdict.WARN,
                    "benign-alarms",
                    "false alarms rise from %s to %s"
                            .formatted(
                                    percent(benign.before().share()),
                                    percent(benign.after().share())));
        }
    }

    void negatives(BeforeAfter negatives) {
        Share after = negatives.after();
        if (after.of() > 0 && after.count() < after.of()) {
            add(
                    after.share() < LEAST_NEGATIVES ? Verdict.FAIL : Verdict.WARN,
                    "negatives-missed",
                    "%d of the %d negatives are not flagged"
                            .formatted(after.of() - after.count(), after.of()));
        }
    }

    /**
     * @param network AUROC of the network alone: an injected anomaly is between hosts that know one
     *     another, so that a site's memory finds nothing in it; null where there are none
     */
    void injected(BeforeAfter injected, Double network) {
        if (network == null) {
            return;
        }
        if (network < LEAST_AUROC) {
            add(
                    Verdict.FAIL,
                    "injected-missed",
                    "injected anomalies are hardly told apart (AUROC %.2f)".formatted(network));
        } else if (injected.aurocAfter() < injected.aurocBefore() - AUROC_LOSS) {
            add(
                    Verdict.WARN,
                    "injected-missed",
                    "injected anomalies are told apart less well than before (AUROC %.3f, was %.3f)"
                            .formatted(injected.aurocAfter(), injected.aurocBefore()));
        }
        if (injected.after().high() < injected.before().low()) {
            add(
                    Verdict.WARN,
                    "injected-unflagged",
                    ("anomalies between hosts that know one another are flagged less often (%s of"
                                    + " the injected ones, was %s): the threshold lies below the"
                                    + " negatives; one that is less strange than they are would"
                                    + " lower it")
                            .formatted(
                                    percent(injected.after().share()),
                                    percent(injected.before().share())));
        }
    }

    /**
     * What was declared, as the model that ships sees it. Real sites that it ranks inverted before
     * they are taught have half of their benign sequences flagged, and AUROC 0.35.
     */
    void declared(Scored benign, Scored negatives) {
        Double auroc = negatives.auroc(benign);
        if (auroc != null && auroc < LEAST_BASE_AUROC && benign.flagged().share() >= MOST_FLAGGED) {
            add(
                    Verdict.FAIL,
                    "exchanged",
                    "to the model that ships, %s of the sequences declared benign look like"
                                    .formatted(percent(benign.flagged().share()))
                            + " attacks, and the negatives ordinary beside them: were they"
                            + " exchanged?");
        }
    }

    /**
     * Attacks that the base model finds and the candidate does not, or that have become ordinary to
     * it.
     *
     * @param whole overlooked by network and memory together
     * @param ordinary what the network alone takes for ordinary
     * @param network what the network alone does not flag
     */
    void guard(List<String> whole, List<String> ordinary, List<String> network) {
        guard(
                Verdict.FAIL,
                "attacks of the guard set are overlooked (%s): were attacks declared ordinary?",
                whole);
        guard(
                Verdict.FAIL,
                "attacks of the guard set look ordinary (%s); only that a stranger does them would"
                        + " be noticed: were attacks declared ordinary?",
                without(ordinary, whole));
        guard(
                Verdict.WARN,
                "attacks of the guard set are noticed only because a stranger does them (%s)",
                without(without(network, ordinary), whole));
    }

    private void guard(Verdict verdict, String text, List<String> attacks) {
        if (!attacks.isEmpty()) {
            add(verdict, "guard-missed", text.formatted(String.join(", ", attacks)));
        }
    }

    private static List<String> without(List<String> attacks, List<String> others) {
        return attacks.stream().filter(attack -> !others.contains(attack)).toList();
    }

    /** Whether there was enough to ask the guard set of the network alone. */
    void guardAsked(boolean asked) {
        if (!asked) {
            add(
                    Verdict.WARN,
                    "guard-unsure",
                    "too few benign sequences to judge the network without the site's memory, to"
                            + " which every attack of the guard set is a stranger's");
        }
    }

    void influence(List<Influence> influence) {
        List<Integer> harmful =
                influence.stream().filter(Influence::harmful).map(i -> i.triplet() + 1).toList();
        if (!harmful.isEmpty()) {
            add(
                    Verdict.WARN,
                    "triplet-harms",
                    "without triplet " + harmful + " the result would be better");
        }
    }

    void drift(double drift) {
        if (drift > MOST_DRIFT) {
            add(
                    Verdict.WARN,
                    "drift",
                    "the adaptor is far from its parent (%.2f of its norm)".formatted(drift));
        }
    }

    private void add(Verdict verdict, String code, String text) {
        reasons.add(new Reason(verdict, code, text));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
