// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.detector;

/**
 * A way to tell strange windows from benign ones, before it has seen any. Stateless and
 * thread-safe; the same arguments give the same scores.
 */
public interface Detector {

    /** What the row of a table is called. */
    String label();

    /** Whether {@link #fit} depends on the seed, so that it is worth repeating. */
    default boolean isSeeded() {
        return false;
    }

    /**
     * Learns what is benign.
     *
     * @param statistics centre and scale to normalise windows with
     * @param benign raw window vectors declared benign, at least two
     * @param seed of everything random
     */
    Fitted fit(SiteStatistics statistics, float[][] benign, long seed);

    /** A detector that knows what is benign. Not thread-safe. */
    interface Fitted {
        /** One score per raw window vector, finite, larger is stranger. */
        double[] score(float[][] windows);
    }
}
