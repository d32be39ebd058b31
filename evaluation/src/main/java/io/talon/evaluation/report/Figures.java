// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.report;

import io.talon.evaluation.metric.Interval;
import java.util.Locale;

/** Numbers as tables show them. */
public final class Figures {
    private Figures() {}

    /** Three decimals; the half width if it does not round to 0; a dash for nothing. */
    public static String of(Interval interval) {
        if (Double.isNaN(interval.mean())) {
            return "–";
        }
        String mean = of(interval.mean(), 3);
        return interval.halfWidth() >= 0.0005 ? mean + " ± " + of(interval.halfWidth(), 3) : mean;
    }

    /** One decimal, for counts. */
    public static String count(Interval interval) {
        return Double.isNaN(interval.mean()) ? "–" : of(interval.mean(), 1);
    }

    /** A number with so many decimals. */
    public static String of(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** A share in percent, without needless digits. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.4g", 100 * share).replaceAll("\\.?0+$", "") + " %";
    }
}
