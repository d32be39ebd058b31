// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.adapt;

import io.talon.ctalvae.calibrate.BudgetSupport;
import io.talon.ctalvae.calibrate.Calibration;
import io.talon.ctalvae.model.SiteParts;

/**
 * A taught site, and the errors of its declared-benign flows under models that had not seen them.
 *
 * @param parts the site's own
 * @param held fused errors in the order of time; not to be written to
 * @param micros from the first of these flows to the last
 * @param network what the errors of the site's network alone mean, as if it had no memory; no part
 *     of the site's file, for judging the site
 */
public record Taught(SiteParts parts, double[] held, long micros, Calibration network) {

    /**
     * The site with the threshold that a budget asks for.
     *
     * @throws AdaptationException if the flows do not support the budget; says how many would
     */
    public SiteParts within(AlertBudget budget) throws AdaptationException {
        return new SiteParts(
                parts.adaptor(),
                parts.normaliser(),
                budget.applied(parts.calibration(), held, micros),
                parts.maturity());
    }

    /**
     * How well the flows support a budget.
     *
     * @throws AdaptationException if the budget allows all of the site's flows
     */
    public BudgetSupport support(AlertBudget budget) throws AdaptationException {
        return budget.support(held, micros);
    }
}
