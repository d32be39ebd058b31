// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

import io.talon.evaluation.detector.WindowVector;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** A labelled capture in order of event time. Immutable. */
public final class Capture {
    private final String name;
    private final List<Flow> flows;
    private final float[][] windows;

    /**
     * @param name as tables call it
     * @param flows in order of event time
     */
    public Capture(String name, List<Flow> flows) {
        this.name = name;
        this.flows = List.copyOf(flows);
        this.windows = WindowVector.of(flows.stream().map(Flow::sequence).toList());
    }

    /** As tables call it. */
    public String name() {
        return name;
    }

    /** Flows in order of event time. */
    public List<Flow> flows() {
        return flows;
    }

    /** Window vectors of all flows, in their order; not to be written to. */
    public float[][] windows() {
        return windows;
    }

    /** Window vectors of some flows. */
    public float[][] windows(int[] indices) {
        return WindowVector.rows(windows, indices);
    }

    /** Indices of the flows of a kind that fulfil a condition. */
    public int[] indices(Kind kind, IntPredicate condition) {
        return IntStream.range(0, flows.size())
                .filter(i -> flows.get(i).kind() == kind && condition.test(i))
                .toArray();
    }

    /** Indices of all flows of a kind. */
    public int[] indices(Kind kind) {
        return indices(kind, i -> true);
    }
}
