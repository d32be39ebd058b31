// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A week of made-up documents of four sites and two tenants; the same every time. */
public final class SampleDocuments {
    /** The moment at which the week ends. */
    public static final Instant END = Instant.parse("2026-11-24T12:00:00Z");

    private static final long SEED = 7;

    private SampleDocuments() {}

    /** All of them; no two bear the same time. */
    public static List<SampleDocument> all() {
        List<SampleDocument> documents = new ArrayList<>();
        documents.addAll(SampleAnomalies.make(SEED, END));
        documents.addAll(SampleScores.make(SEED, END));
        documents.addAll(SampleHealth.make(SEED, END));
        documents.addAll(SampleDeadLetters.make(SEED, END));
        documents.addAll(SampleAudit.make(SEED, END));
        return documents;
    }
}
