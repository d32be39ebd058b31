// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.adapt;

import io.talon.ctalvae.calibrate.Calibration;
import io.talon.ctalvae.sequence.Sequence;
import java.util.List;
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
    /** So many benign flows above the threshold keep chance below a third of the budget. */
    private static final double LEAST_ABOVE = 10;

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
     * @param benign the flows that it was calibrated on, in the order of time
     * @throws AdaptationException if they are too few for the budget; says how many are needed
     */
    public Calibration applied(Calibration calibration, List<Sequence> benign)
            throws AdaptationException {
        double share = share(benign);
        if (share >= 1) {
            throw new AdaptationException(
                    "the site has fewer benign flows a day than the budget allows alerts: " + this);
        }
        long needed = (long) Math.ceil(LEAST_ABOVE / share);
        if (benign.size() < needed) {
            throw new AdaptationException(
                    String.format(
                            Locale.ROOT,
                            "a budget of %s is %.4g of the site's benign flows; to calibrate it"
                                    + " takes %d benign flows, there are %d. Give more, or a"
                                    + " larger budget",
                            this,
                            share,
                            needed,
                            benign.size()));
        }
        return new Calibration(calibration.fusion(), calibration.probability(), share);
    }

    private double share(List<Sequence> benign) {
        if (!daily) {
            return amount;
        }
        double micros =
                (double) benign.get(benign.size() - 1).endMicros() - benign.get(0).endMicros();
        return amount / benign.size() * Math.max(micros, 1) / DAY_MICROS;
    }

    @Override
    public String toString() {
        return daily
                ? String.format(Locale.ROOT, "%.6g/day", amount)
                : String.format(Locale.ROOT, "%.4g%%", 100 * amount);
    }
}
