// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.scorer;

import static io.talon.ctalvae.model.CoreTensor.DECODER_BIAS;
import static io.talon.ctalvae.model.CoreTensor.DECODER_INPUT;
import static io.talon.ctalvae.model.CoreTensor.DECODER_RECURRENT;
import static io.talon.ctalvae.model.CoreTensor.ENCODER_BIAS;
import static io.talon.ctalvae.model.CoreTensor.ENCODER_INPUT;
import static io.talon.ctalvae.model.CoreTensor.ENCODER_RECURRENT;
import static io.talon.ctalvae.model.CoreTensor.EXPAND_BIAS;
import static io.talon.ctalvae.model.CoreTensor.EXPAND_WEIGHT;
import static io.talon.ctalvae.model.CoreTensor.MEAN_BIAS;
import static io.talon.ctalvae.model.CoreTensor.MEAN_WEIGHT;

import io.talon.ctalvae.model.CoreTensor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMActivations;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMDataFormat;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMDirectionMode;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMLayerConfig;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.weights.LSTMLayerWeights;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** ND4J with its fused LSTM layer, on the same weights; time-major. */
final class Nd4jContender implements Contender {
    private final int steps;
    private final int batch;
    private final INDArray x;
    private final INDArray target;
    private final INDArray inputWeight;
    private final INDArray inputBias;
    private final INDArray outputWeight;
    private final INDArray outputBias;
    private final INDArray[] core = new INDArray[CoreTensor.values().length];
    private final LSTMLayerWeights encoder;
    private final LSTMLayerWeights decoder;
    private double[] errors;

    Nd4jContender(Workload workload) {
        steps = workload.steps;
        batch = workload.sequences.length;
        int width = Workload.WIDTH;
        int inner = Workload.SHAPE.inner();
        float[] forward = new float[steps * batch * width];
        float[] backward = new float[forward.length];
        for (int t = 0; t < steps; t++) {
            for (int i = 0; i < batch; i++) {
                float[] from = workload.sequences[i];
                System.arraycopy(from, t * width, forward, (t * batch + i) * width, width);
                int at = ((steps - 1 - t) * batch + i) * width;
                System.arraycopy(from, t * width, backward, at, width);
            }
        }
        x = matrix(forward, width);
        target = matrix(backward, width);
        inputWeight = matrix(workload.adaptor().inputWeight(), inner);
        inputBias = Nd4j.createFromArray(workload.adaptor().inputBias());
        outputWeight = matrix(workload.adaptor().outputWeight(), width);
        outputBias = Nd4j.createFromArray(workload.adaptor().outputBias());
        for (CoreTensor tensor : CoreTensor.values()) {
            INDArray values = matrix(workload.core(tensor), tensor.columns(Workload.SHAPE));
            core[tensor.ordinal()] =
                    tensor.rows(Workload.SHAPE) == 1 ? values.reshape(values.length()) : values;
        }
        encoder = weights(ENCODER_INPUT, ENCODER_RECURRENT, ENCODER_BIAS);
        decoder = weights(DECODER_INPUT, DECODER_RECURRENT, DECODER_BIAS);
    }

    private static INDArray matrix(float[] values, int columns) {
        return Nd4j.createFromArray(values).reshape(values.length / columns, columns);
    }

    private LSTMLayerWeights weights(CoreTensor input, CoreTensor recurrent, CoreTensor bias) {
        return LSTMLayerWeights.builder()
                .iWeights(core[input.ordinal()])
                .irWeights(core[recurrent.ordinal()])
                .iBias(core[bias.ordinal()])
                .build();
    }

    private static LSTMLayerConfig config(boolean all) {
        return LSTMLayerConfig.builder()
                .lstmdataformat(LSTMDataFormat.TNS)
                .directionMode(LSTMDirectionMode.FWD)
                .gateAct(LSTMActivations.SIGMOID)
                .cellAct(LSTMActivations.TANH)
                .outAct(LSTMActivations.TANH)
                .retFullSequence(all)
                .retLastH(!all)
                .retLastC(false)
                .build();
    }

    @Override
    public void score() {
        INDArray in = x.mmul(inputWeight).addiRowVector(inputBias);
        INDArray h = lstm(in.reshape(steps, batch, in.columns()), encoder, false);
        INDArray mean = affine(h, MEAN_WEIGHT, MEAN_BIAS);
        INDArray fed = Transforms.tanh(affine(mean, EXPAND_WEIGHT, EXPAND_BIAS), false);
        INDArray repeated = Nd4j.tile(fed, steps, 1).reshape(steps, batch, fed.columns());
        INDArray d = lstm(repeated, decoder, true);
        INDArray y =
                d.reshape(steps * batch, d.size(2)).mmul(outputWeight).addiRowVector(outputBias);
        y.subi(target);
        errors = y.muli(y).reshape(steps, batch, y.columns()).mean(0, 2).data().asDouble();
    }

    /** By name: in 1.0.0-M2.1 the class for arrays takes weights for outputs. */
    private static INDArray lstm(INDArray in, LSTMLayerWeights weights, boolean all) {
        LSTMLayerConfig config = config(all);
        return Nd4j.exec(
                DynamicCustomOp.builder("lstmLayer")
                        .addInputs(
                                in,
                                weights.getIWeights(),
                                weights.getIrWeights(),
                                weights.getIBias())
                        .addIntegerArguments(
                                config.getLstmdataformat().ordinal(),
                                config.getDirectionMode().ordinal(),
                                config.getGateAct().ordinal(),
                                config.getOutAct().ordinal(),
                                config.getCellAct().ordinal())
                        // bias, lengths, first output, first cell, peepholes; what is returned
                        .addBooleanArguments(true, false, false, false, false, all, !all, false)
                        .addFloatingPointArguments(0.0)
                        .build())[0];
    }

    private INDArray affine(INDArray in, CoreTensor weight, CoreTensor bias) {
        return in.mmul(core[weight.ordinal()]).addiRowVector(core[bias.ordinal()]);
    }

    @Override
    public double[] errors() {
        return errors;
    }
}
