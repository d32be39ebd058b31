// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.calibrate;

import java.util.List;

/**
 * The p-value of a fused error: split-conformal, (number of held-out benign errors ≥ x + 1) / (n +
 * 1), linear in −ln p between them up to the 90 % point; beyond it a generalised Pareto tail (peaks
 * over threshold, fitted by moments). Strictly decreasing, never 0. Immutable, thread-safe.
 */
public final class TailProbability {
    /** Where the tail begins if there are few values. */
    private static final double BODY = 0.9;

    /** Values that say enough of a tail: with many of them, the tail begins further out. */
    private static final double TAIL = 50;

    /**
     * A shape of 0 or less would let p reach 0; above a half the variance that it is fitted by does
     * not exist.
     */
    private static final double LEAST_SHAPE = 0.05;

    private static final double LARGEST_SHAPE = 0.5;

    private static final double LEAST_SCALE = 1e-3;

    private final Curve body;
    private final double edge;
    private final double edgeLog;
    private final double shape;
    private final double scale;

    /**
     * @param body −ln p up to the edge of the tail
     * @param shape ξ of the tail, positive
     * @param scale σ of the tail, positive
     */
    public TailProbability(Curve body, double shape, double scale) {
        if (!(shape > 0 && shape < 1 && scale > 0) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException(
                    "a tail needs 0 < shape < 1 and scale > 0, found " + shape + " and " + scale);
        }
        this.body = body;
        this.edge = body.x()[body.x().length - 1];
        this.edgeLog = body.y()[body.y().length - 1];
        this.shape = shape;
        this.scale = scale;
    }

    /**
     * @param held fused errors of benign sequences that nothing else was fitted on
     */
    static TailProbability fit(double[] held) {
        Reference values = new Reference(held);
        double body = Math.max(BODY, 1 - TAIL / held.length);
        double edge = values.quantile(body);
        double mean = Math.max(values.meanExcess(edge), LEAST_SCALE);
        double ratio =
                mean * mean / Math.max(values.excessVariance(edge), LEAST_SCALE * LEAST_SCALE);
        double shape = Math.max(LEAST_SHAPE, Math.min(LARGEST_SHAPE, 0.5 * (1 - ratio)));
        double scale = mean * (1 - shape);
        List<double[]> knots = values.knotsUpTo(edge, -Math.log(1 - body));
        if (knots.size() < 2) {
            Reference.add(knots, LEAST_SCALE, -Math.log(1 - body));
        }
        return new TailProbability(Reference.curve(knots), shape, scale);
    }

    /** −ln p of a fused error, ≥ 0. Allocates nothing. */
    public double minusLog(double error) {
        return error <= edge
                ? body.at(error)
                : edgeLog + Math.log1p(shape * (error - edge) / scale) / shape;
    }

    /** −ln p up to the edge of the tail. */
    public Curve body() {
        return body;
    }

    /** ξ of the tail. */
    public double shape() {
        return shape;
    }

    /** σ of the tail. */
    public double scale() {
        return scale;
    }
}
