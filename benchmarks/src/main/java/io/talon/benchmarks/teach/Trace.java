// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.teach;

import io.talon.ctalvae.train.TrainingProgress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The losses of a run, and when its first and its last step ended. */
final class Trace implements TrainingProgress {
    private final List<Double> losses = new ArrayList<>();
    private Seconds first;
    private Seconds last;

    @Override
    public void step(int step, int steps, double loss) {
        last = Seconds.now();
        first = losses.isEmpty() ? last : first;
        losses.add(loss);
    }

    List<Double> losses() {
        return Collections.unmodifiableList(losses);
    }

    /** From the end of the first step to that of the last, per step. */
    Seconds perStep() {
        return last.minus(first).times(1.0 / (losses.size() - 1));
    }
}
