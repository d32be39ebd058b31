// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.adapt;

import io.talon.ctalvae.calibrate.BudgetSupport;
import io.talon.ctalvae.calibrate.Calibration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many of a site's benign flows may be called anomalous.
 *
 * @param amount a share in (0, 1), or flows per day, above 0
 * @param daily whether it is flows per day
 */
public record AlertBudget(double amount, boolean daily) {
    private static final double DAY_MICROS = 86_400e6;

    private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?(?:e-?\\d+)?)(%|/day)?");

    public AlertBudget {
        if (!(amount > 0) || !daily && !(amount < 1) || Double.isInfinite(amount)) {
            throw new IllegalArgumentException(
                    "a budget of "
                            + amount
                            + "; a share lies between 0 and 1, flows a day above 0");
        }
    }

    /**
     * Reads {@code 0.005}, {@code 0.5%} or {@code 20/day}.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static AlertBudget parse(String text) {
        Matcher form = FORM.matcher(text.trim());
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no budget: give a share (0.005 or 0.5%) or 20/day");
        }
        double number = Double.parseDouble(form.group(1));
        return switch (String.valueOf(form.group(2))) {
            case "%" -> new AlertBudget(number / 100, false);
            case "/day" -> new AlertBudget(number, true);
            default -> new AlertBudget(number, false);
        };
    }

    /**
     * A calibration with the threshold that this budget asks for.
     *
     * @param held fused errors of the flows that it was calibrated on, held out, in the order of
     *     time
     * @param micros from the first of those flows to the last
     * @throws AdaptationException if they do not support the budget; says how many flows do
     */
    Calibration applied(Calibration calibration, double[] held, long micros)
            throws AdaptationException {
        BudgetSupport support = support(held, micros);
        if (!support.holds()) {
            throw new AdaptationException(
                    String.format(
                            Locale.ROOT,
                            "a budget of %s is %.4g of the site's benign flows; to keep it within"
                                + " 30 %% takes about %d benign flows of %.3g days, there are %d of"
                                + " %.3g days, each worth %.2g independent ones. Give more, or a"
                                + " larger budget",
                            this,
                            support.share(),
                            support.needed(),
                            days(micros) * support.needed() / held.length,
                            held.length,
                            days(micros),
                            1 / support.dispersion()));
        }
        return new Calibration(calibration.fusion(), calibration.probability(), support.share());
    }

    /**
     * How well a site's held-out errors support this budget.
     *
     * @param held in the order of time
     * @param micros from the first flow to the last
     * @throws AdaptationException if the budget allows all of the site's flows
     */
    BudgetSupport support(double[] held, long micros) throws AdaptationException {
        double share = daily ? amount / held.length * days(micros) : amount;
        if (share >= 1) {
            throw new AdaptationException(
                    "the site has fewer benign flows a day than the budget allows alerts: " + this);
        }
        return BudgetSupport.of(held, share);
    }

    private static double days(long micros) {
        return Math.max(micros, 1) / DAY_MICROS;
    }

    @Override
    public String toString() {
        return daily
                ? String.format(Locale.ROOT, "%.6g/day", amount)
                : String.format(Locale.ROOT, "%.4g%%", 100 * amount);
    }
}
