// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

/** Told after every gradient step. */
@FunctionalInterface
public interface TrainingProgress {
    /** Says nothing. */
    TrainingProgress SILENT = (step, steps, loss) -> {};

    /**
     * @param step steps done, from 1
     * @param steps steps in all
     * @param loss loss of this step's batch
     */
    void step(int step, int steps, double loss);

    /** Called where work goes on without a step to tell. May throw, to end it. */
    default void alive() {}
}
