// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.drift;

import io.talon.ctalvae.online.OnlineOptions;

/** How a site follows its traffic. */
public enum Follower {
    FROZEN("frozen", 0, 0, 0, false, false),
    /** Everything is taken for benign, as a detector that retrains on its own does. */
    EVERYTHING("learns everything", 200, 1000, 600, true, false),
    THRESHOLD("threshold", 200, 0, 0, false, false),
    STATISTICS("threshold, statistics", 200, 1000, 0, false, false),
    THREE_CLOCKS("three clocks", 200, 1000, 600, false, false),
    /** As before, and an analyst clears ten of a day's false alarms. */
    CLEARED("three clocks, 10 cleared a day", 200, 1000, 600, false, true);

    private final String label;
    private final int threshold;
    private final int statistics;
    private final int adaptors;
    private final boolean everything;
    private final boolean cleared;

    Follower(
            String label,
            int threshold,
            int statistics,
            int adaptors,
            boolean everything,
            boolean cleared) {
        this.label = label;
        this.threshold = threshold;
        this.statistics = statistics;
        this.adaptors = adaptors;
        this.everything = everything;
        this.cleared = cleared;
    }

    /** As tables call it. */
    public String label() {
        return label;
    }

    OnlineOptions options() {
        return OnlineOptions.defaults().withClocks(threshold, statistics, adaptors);
    }

    boolean learnsEverything() {
        return everything;
    }

    boolean isCleared() {
        return cleared;
    }
}
