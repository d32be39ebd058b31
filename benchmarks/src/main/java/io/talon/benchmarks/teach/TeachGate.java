// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.teach;

import io.talon.ctalvae.model.CoreTensor;
import io.talon.ctalvae.train.Engine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What must hold before anything is timed: both engines see the same losses, step after step, and
 * adaptation leaves the core alone. A gradient that is wrong shows in the losses of the steps after
 * it.
 */
final class TeachGate {
    private static final int STEPS = 5;

    /** Losses may differ by float rounding, and by what a few steps make of it. */
    private static final double TOLERANCE = 1e-3;

    private TeachGate() {}

    /**
     * @throws IllegalStateException if it does not hold; says where
     */
    static void check(TeachWork work) {
        List<float[]> before = new ArrayList<>();
        for (CoreTensor tensor : CoreTensor.values()) {
            before.add(work.base().core().tensor(tensor).clone());
        }
        Trace ours = new Trace();
        Trace reference = new Trace();
        work.adapt(Engine.FUSED, STEPS, ours);
        work.adapt(Engine.SAMEDIFF, STEPS, reference);
        compare("adaptation", ours.losses(), reference.losses());
        for (CoreTensor tensor : CoreTensor.values()) {
            if (!Arrays.equals(before.get(tensor.ordinal()), work.base().core().tensor(tensor))) {
                throw new IllegalStateException("adaptation has changed the core's " + tensor);
            }
        }
        Trace pretrained = new Trace();
        Trace graph = new Trace();
        work.pretrain(Engine.PLAIN, STEPS, pretrained);
        work.pretrain(Engine.SAMEDIFF, STEPS, graph);
        compare("pretraining", pretrained.losses(), graph.losses());
    }

    static void compare(String what, List<Double> found, List<Double> expected) {
        if (found.size() != expected.size()) {
            throw new IllegalStateException(
                    what + ": " + found.size() + " steps against " + expected.size());
        }
        for (int i = 0; i < found.size(); i++) {
            double most = TOLERANCE * Math.max(1, Math.abs(expected.get(i)));
            if (!(Math.abs(found.get(i) - expected.get(i)) <= most)) {
                throw new IllegalStateException(
                        "%s: at step %d the loss is %s, SameDiff's is %s"
                                .formatted(what, i + 1, found.get(i), expected.get(i)));
            }
        }
    }
}
