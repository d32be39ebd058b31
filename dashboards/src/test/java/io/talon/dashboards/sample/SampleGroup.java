// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.sample;

import java.time.Instant;

/**
 * An episode: anomalies of one destination that follow each other.
 *
 * @param id what all its documents share, and the first one's own
 * @param outcome {@code surfaced}, {@code over-budget} or {@code suppressed}
 * @param mode {@code streaming} or {@code historical}
 */
record SampleGroup(SampleSite site, SampleEpisode kind, String id, String outcome, String mode) {

    /**
     * What one document tells of it.
     *
     * @param name {@code opened}, {@code escalated} or {@code updated}
     * @param count anomalies so far
     * @param score of the anomaly that made the step
     */
    record Step(String name, Instant at, int count, double score) {}

    Step step(String name, Instant at, int count, double score) {
        return new Step(name, at, count, score);
    }

    String destination() {
        return kind.destination().startsWith("10.")
                ? site.address(kind.port() % 200)
                : kind.destination();
    }

    /** As the job decides it. */
    String eventKind(String step) {
        boolean raises =
                outcome.equals("surfaced")
                        && mode.equals("streaming")
                        && (step.equals("opened") || step.equals("escalated"));
        return raises ? "alert" : "event";
    }
}
