// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

/** Told of what a long run does. */
public interface Progress extends AutoCloseable {

    /**
     * One cell is done.
     *
     * @param what in words
     */
    void step(String what);

    @Override
    default void close() {}

    /** Says nothing. */
    static Progress silent() {
        return what -> {};
    }
}
