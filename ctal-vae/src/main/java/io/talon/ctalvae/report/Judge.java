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

    void injected(BeforeAfter injected) {
        if (injected.aurocAfter() == null) {
            return;
        }
        if (injected.aurocAfter() < LEAST_AUROC) {
            add(
                    Verdict.FAIL,
                    "injected-missed",
                    "injected anomalies are hardly told apart (AUROC %.2f)"
                            .formatted(injected.aurocAfter()));
        } else if (injected.aurocAfter() < injected.aurocBefore() - AUROC_LOSS) {
            add(
                    Verdict.WARN,
                    "injected-missed",
                    "injected anomalies are told apart less well than before (AUROC %.3f, was %.3f)"
                            .formatted(injected.aurocAfter(), injected.aurocBefore()));
        }
    }

    /**
     * @param overlooked attacks that the base model finds and the candidate does not, or that have
     *     become ordinary to it
     */
    void guard(List<String> overlooked) {
        if (!overlooked.isEmpty()) {
            add(
                    Verdict.FAIL,
                    "guard-missed",
                    "attacks of the guard set are overlooked ("
                            + String.join(", ", overlooked)
                            + "): were attacks declared ordinary?");
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
