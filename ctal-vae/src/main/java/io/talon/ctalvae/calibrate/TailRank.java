// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.calibrate;

import java.util.List;

/**
 * How far out in a benign reference a value lies, on a scale that values of different kind share:
 * −ln of the share of the reference at or above it up to the 90 % point, and beyond it 1 more for
 * each mean excess.
 */
final class TailRank {
    private static final double BODY = 0.9;

    /** Keeps the rank finite where the reference has no tail at all. */
    private static final double LEAST_RELATIVE_EXCESS = 1e-3;

    private static final double LEAST_EXCESS = 1e-6;

    private TailRank() {}

    /**
     * @param reference values of benign sequences
     */
    static Curve fit(double[] reference) {
        Reference values = new Reference(reference);
        double edge = values.quantile(BODY);
        double rank = -Math.log(1 - BODY);
        double excess =
                Math.max(
                        values.meanExcess(edge),
                        Math.max(LEAST_RELATIVE_EXCESS * Math.abs(edge), LEAST_EXCESS));
        List<double[]> knots = values.knotsUpTo(edge, rank);
        Reference.add(knots, edge + excess, rank + 1);
        return Reference.curve(knots);
    }
}
