// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.adapt;

import io.talon.ctalvae.train.TrainingProgress;

/** Several runs as one: the steps of each run follow those of the run before. Not thread-safe. */
final class RepeatedProgress implements TrainingProgress {
    private final TrainingProgress whole;
    private final int runs;
    private int run;

    RepeatedProgress(TrainingProgress whole, int runs) {
        this.whole = whole;
        this.runs = runs;
    }

    @Override
    public void step(int step, int steps, double loss) {
        whole.step(run * steps + step, runs * steps, loss);
        if (step == steps) {
            run++;
        }
    }
}
