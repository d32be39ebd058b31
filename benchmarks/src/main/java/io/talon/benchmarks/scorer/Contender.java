// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.scorer;

/** Something that scores a workload, for one thread. */
interface Contender extends AutoCloseable {

    /** Scores every sequence once. */
    void score() throws Exception;

    /**
     * Mean squared reconstruction error of each sequence as of the last {@link #score}; null if it
     * computes another score than the network's.
     */
    default double[] errors() {
        return null;
    }

    @Override
    default void close() throws Exception {}
}
