// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.drift;

import io.talon.alert.v1.Alert;
import io.talon.deadletter.v1.DeadLetter;
import io.talon.job.flow.FlowEvents;

/**
 * A few things that happened at one site, added up before they travel: one record for hundreds of
 * flows. A plain class with public fields, which Flink can carry without Kryo.
 */
public final class SiteTally {

    private static final float[] NO_P = {};
    private static final long[] NO_ENDS = {};

    /** Whose site. */
    public String tenant = "";

    /** Which of them. */
    public String site = "";

    /** p-values of flows, in the order of scoring. */
    public float[] p = NO_P;

    /** Event time of the same flows, µs; negated, less one, for anomalous ones. */
    public long[] ends = NO_ENDS;

    /** Flows to hot destinations that were remembered and not scored. */
    public long skipped;

    /** Flows too late to be scored. */
    public long late;

    /** Flows otherwise not scored. */
    public long dead;

    /** Anomalies that a suppression matched. */
    public long suppressed;

    /** Alerts raised. */
    public long alerts;

    /** Newest event time of what is added up here, µs. */
    public long newestMicros = Long.MIN_VALUE;

    /** Of the newest score; empty without one. */
    public String adaptorVersion = "";

    /** Of the newest score; empty without one. */
    public String maturity = "";

    /** Nothing yet; what Flink needs. */
    public SiteTally() {}

    SiteTally(String tenant, String site) {
        this.tenant = tenant;
        this.site = site;
    }

    /** A dead letter of a site that is known. */
    public static SiteTally of(DeadLetter letter) {
        SiteTally tally = new SiteTally(letter.getTenant(), letter.getSite());
        boolean late = letter.getStage().equals("late");
        tally.late = late ? 1 : 0;
        tally.dead = late ? 0 : 1;
        return tally;
    }

    /** A step of an alert that its budget has been asked about. */
    public static SiteTally of(Alert alert) {
        SiteTally tally = new SiteTally(alert.getTenant(), alert.getSite());
        boolean spoke =
                switch (alert.getStep()) {
                    case "opened", "escalated" -> true;
                    default -> false;
                };
        tally.alerts = spoke && alert.getOutcome().equals("surfaced") ? 1 : 0;
        tally.suppressed = spoke && alert.getOutcome().equals("suppressed") ? 1 : 0;
        tally.newestMicros = FlowEvents.micros(alert.getAt());
        return tally;
    }

    /** What tallies are keyed by. */
    public String key() {
        return tenant + "|" + site;
    }
}
