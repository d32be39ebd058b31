// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** One LSTM step from primitive operations; ND4J's fused layer leaks native memory in training. */
final class Lstm {
    /** Output and cell after a step, each [batch × units]. */
    record State(SDVariable output, SDVariable cell) {}

    private final SameDiff graph;

    Lstm(SameDiff graph) {
        this.graph = graph;
    }

    /**
     * @param input the step's part of all gates, bias included [batch × 4·units], gates i, f, g, o
     * @param recurrent [units × 4·units]
     * @param before state of the step before, or null at the first step (zeros)
     */
    State step(SDVariable input, SDVariable recurrent, State before) {
        SDVariable sum = before == null ? input : input.add(before.output().mmul(recurrent));
        SDVariable[] gates = graph.split(sum, 4, 1);
        SDVariable admitted = graph.nn().sigmoid(gates[0]).mul(graph.math().tanh(gates[2]));
        SDVariable cell =
                before == null
                        ? admitted
                        : graph.nn().sigmoid(gates[1]).mul(before.cell()).add(admitted);
        SDVariable output = graph.nn().sigmoid(gates[3]).mul(graph.math().tanh(cell));
        return new State(output, cell);
    }

    /** {@code after} where the mask is 1, {@code before} where it is 0. */
    State keep(State before, State after, SDVariable mask) {
        if (before == null) {
            return after;
        }
        return new State(
                before.output().add(after.output().sub(before.output()).mul(mask)),
                before.cell().add(after.cell().sub(before.cell()).mul(mask)));
    }
}
