// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.drift;

import io.talon.ctalvae.online.OnlineOptions;

/** How a site follows its traffic. */
public enum Follower {
    FROZEN("frozen", 0, 0, 0),
    /** Everything is taken for benign, as a detector that retrains on its own does. */
    EVERYTHING("learns everything", 200, 1000, 600) {
        @Override
        OnlineOptions options() {
            return super.options().withStrangers(0);
        }

        @Override
        boolean clears(DriftingSite.Step anomaly, Analyst analyst) {
            return true;
        }
    },
    THRESHOLD("threshold", 200, 0, 0),
    STATISTICS("threshold, statistics", 200, 1000, 0),
    ADAPTORS("adaptors", 0, 0, 600),
    /** As a site is followed: strangers are not learnt from until they are cleared. */
    THREE_CLOCKS("three clocks", 200, 1000, 600),
    FROM_STRANGERS("three clocks, from strangers too", 200, 1000, 600) {
        @Override
        OnlineOptions options() {
            return super.options().withStrangers(0);
        }
    },
    /** As before, and an analyst clears ten of a day's false alerts. */
    CLEARED("three clocks, 10 cleared a day", 200, 1000, 600) {
        @Override
        boolean clears(DriftingSite.Step anomaly, Analyst analyst) {
            return analyst.clears(anomaly);
        }
    };

    private final String label;
    private final int threshold;
    private final int statistics;
    private final int adaptors;

    Follower(String label, int threshold, int statistics, int adaptors) {
        this.label = label;
        this.threshold = threshold;
        this.statistics = statistics;
        this.adaptors = adaptors;
    }

    /** As tables call it. */
    public String label() {
        return label;
    }

    OnlineOptions options() {
        return OnlineOptions.defaults().withClocks(threshold, statistics, adaptors);
    }

    /** Whether an anomaly is learnt nevertheless. */
    boolean clears(DriftingSite.Step anomaly, Analyst analyst) {
        return false;
    }

    /** Whether it learns at all. */
    boolean learns() {
        return this != FROZEN;
    }

    /** Whether it has no attacks that it must still find. */
    boolean learnsEverything() {
        return this == EVERYTHING;
    }
}
