// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * An LSTM over a batch out of ND4J's elementary operations, gates i, f, g, o. Not its fused layer:
 * that of 1.0.0-M2.1 fails with a single unit, and is slower (`talon bench scorer`).
 */
final class Nd4jLstm {
    private final INDArray recurrent;
    private final int units;
    private INDArray output;
    private INDArray cell;

    /**
     * @param recurrent [units × 4·units]
     */
    Nd4jLstm(INDArray recurrent, int sequences) {
        this.recurrent = recurrent;
        this.units = recurrent.rows();
        this.output = Nd4j.zeros(sequences, units);
        this.cell = Nd4j.zeros(sequences, units);
    }

    /**
     * One step.
     *
     * @param input the input's part of all gates [sequences × 4·units]
     * @return the output [sequences × units]
     */
    INDArray step(INDArray input) {
        INDArray gates = output.mmul(recurrent).addi(input);
        INDArray kept = Transforms.sigmoid(gate(gates, 1), true).muli(cell);
        INDArray candidate = Transforms.tanh(gate(gates, 2), true);
        cell = Transforms.sigmoid(gate(gates, 0), true).muli(candidate).addi(kept);
        output = Transforms.sigmoid(gate(gates, 3), true).muli(Transforms.tanh(cell, true));
        return output;
    }

    private INDArray gate(INDArray gates, int index) {
        return gates.get(
                NDArrayIndex.all(), NDArrayIndex.interval(index * units, (index + 1) * units));
    }
}
