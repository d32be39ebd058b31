// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.alert;

/** The words for {@code Alert.step} and {@code Alert.outcome}. */
public final class AlertStep {

    /** First anomaly of an episode. */
    public static final String OPENED = "opened";

    /** The first one of a higher severity than all before. */
    public static final String ESCALATED = "escalated";

    /** The tenth, hundredth, … */
    public static final String UPDATED = "updated";

    /** None followed for a while. */
    public static final String CLOSED = "closed";

    /** The site's alerts of the day are used up. */
    public static final String BUDGET_EXHAUSTED = "budget-exhausted";

    /** Raises an alert. */
    public static final String SURFACED = "surfaced";

    /** Raises none: the site's alerts of the day are used up. */
    public static final String OVER_BUDGET = "over-budget";

    /** Raises none: someone said so. */
    public static final String SUPPRESSED = "suppressed";

    private AlertStep() {}
}
