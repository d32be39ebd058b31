// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.drift;

import io.talon.anomaly.v1.SequenceScore;
import io.talon.job.flow.FlowEvents;
import java.util.Arrays;

/** A site's scores while they are being added up. Not thread-safe. */
final class OpenTally {

    /** A tally goes out when it has so many flows. */
    static final int FLOWS = 512;

    private final String tenant;
    private final String site;
    private final float[] p = new float[FLOWS];
    private final long[] ends = new long[FLOWS];
    private int flows;
    private String adaptorVersion = "";
    private String maturity = "";
    private long skipped;

    OpenTally(String tenant, String site) {
        this.tenant = tenant;
        this.site = site;
    }

    /** Adds a score; says whether the tally is full. */
    boolean add(SequenceScore score) {
        long end = FlowEvents.micros(score.getEnd());
        p[flows] = (float) score.getP();
        ends[flows] = score.getAnomalous() ? -end - 1 : end;
        adaptorVersion = score.getAdaptorVersion();
        maturity = score.getMaturity();
        skipped += score.getSkipped();
        flows++;
        return flows == FLOWS;
    }

    boolean isEmpty() {
        return flows == 0;
    }

    /** Another adaptor begins: what went before belongs to the one before. */
    boolean isOf(String version) {
        return flows == 0 || adaptorVersion.equals(version);
    }

    /** What was added, and empty again. */
    SiteTally take() {
        SiteTally tally = new SiteTally(tenant, site);
        tally.p = Arrays.copyOf(p, flows);
        tally.ends = Arrays.copyOf(ends, flows);
        for (int i = 0; i < flows; i++) {
            long end = ends[i] < 0 ? -ends[i] - 1 : ends[i];
            tally.newestMicros = Math.max(tally.newestMicros, end);
        }
        tally.skipped = skipped;
        tally.adaptorVersion = adaptorVersion;
        tally.maturity = maturity;
        flows = 0;
        skipped = 0;
        return tally;
    }
}
