// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.drift;

import io.talon.ctalvae.drift.DriftPhase;

/**
 * What is kept of a site between two reports. A plain class with public fields, whose Flink
 * serializer lets later versions add some.
 */
public final class SiteCounts {

    /** Scored since the last report. */
    public long flows;

    /** Too late since then. */
    public long late;

    /** Otherwise not scored since then. */
    public long dead;

    /** Suppressed anomalies since then. */
    public long suppressed;

    /** Alerts since then. */
    public long alerts;

    /** Scored since the site was first seen. */
    public long allFlows;

    /** Too late since then. */
    public long allLate;

    /** Otherwise not scored since then. */
    public long allDead;

    /** Day of the newest alert, UTC, days since 1970. */
    public long day = Long.MIN_VALUE;

    /** Alerts on that day. */
    public long usedToday;

    /** Of the newest score. */
    public String adaptorVersion = "";

    /** Of the newest score. */
    public String maturity = "";

    /** Flows scored since the adaptor changed, as far as it matters. */
    public long sinceAdaptor;

    /** What was last reported. */
    public String phase = DriftPhase.STABLE.name();

    /** When the next report is due, event-time ms. */
    public long due = Long.MIN_VALUE;

    /** Nothing yet; what Flink needs. */
    public SiteCounts() {}

    void reported() {
        flows = 0;
        late = 0;
        dead = 0;
        suppressed = 0;
        alerts = 0;
    }

    boolean isEmpty() {
        return flows + late + dead + suppressed + alerts == 0;
    }
}
