// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import static io.talon.ctalvae.model.CoreTensor.*;

import io.talon.ctalvae.model.Adaptor;
import io.talon.ctalvae.model.Core;
import io.talon.ctalvae.model.CoreShape;
import java.util.Arrays;

/**
 * The forward pass in plain loops: the reference that faster engines must agree with. Allocates
 * nothing after construction. Not thread-safe.
 */
public final class ScalarReconstructor implements Reconstructor {
    private final CoreShape shape;
    private final float[] inner;
    private final float[] expanded;
    private final float[] decoderGates;
    private final float[] gates;
    private final float[] encoderOutput;
    private final float[] encoderCell;
    private final float[] decoderOutput;
    private final float[] decoderCell;

    /** A reconstructor for cores of this shape. */
    public ScalarReconstructor(CoreShape shape) {
        this.shape = shape;
        this.inner = new float[shape.inner()];
        this.expanded = new float[shape.hidden()];
        this.decoderGates = new float[4 * shape.inner()];
        this.gates = new float[4 * Math.max(shape.hidden(), shape.inner())];
        this.encoderOutput = new float[shape.hidden()];
        this.encoderCell = new float[shape.hidden()];
        this.decoderOutput = new float[shape.inner()];
        this.decoderCell = new float[shape.inner()];
    }

    @Override
    public void reconstruct(
            Core core,
            Adaptor adaptor,
            float[] x,
            int length,
            float[] reconstruction,
            float[] latent) {
        encode(core, adaptor, x, length);
        affine(
                encoderOutput,
                0,
                shape.hidden(),
                core.tensor(MEAN_WEIGHT),
                core.tensor(MEAN_BIAS),
                latent,
                0,
                shape.latent());
        affine(
                latent,
                0,
                shape.latent(),
                core.tensor(EXPAND_WEIGHT),
                core.tensor(EXPAND_BIAS),
                expanded,
                0,
                shape.hidden());
        for (int i = 0; i < expanded.length; i++) {
            expanded[i] = (float) Math.tanh(expanded[i]);
        }
        decode(core, adaptor, length, reconstruction);
    }

    private void encode(Core core, Adaptor adaptor, float[] x, int length) {
        Arrays.fill(encoderOutput, 0);
        Arrays.fill(encoderCell, 0);
        int width = adaptor.width();
        int columns = 4 * shape.hidden();
        for (int t = 0; t < length; t++) {
            affine(
                    x,
                    t * width,
                    width,
                    adaptor.inputWeight(),
                    adaptor.inputBias(),
                    inner,
                    0,
                    shape.inner());
            affine(
                    inner,
                    0,
                    shape.inner(),
                    core.tensor(ENCODER_INPUT),
                    core.tensor(ENCODER_BIAS),
                    gates,
                    0,
                    columns);
            accumulate(
                    encoderOutput,
                    0,
                    shape.hidden(),
                    core.tensor(ENCODER_RECURRENT),
                    gates,
                    0,
                    columns);
            cell(gates, encoderOutput, encoderCell, shape.hidden());
        }
    }

    private void decode(Core core, Adaptor adaptor, int length, float[] reconstruction) {
        Arrays.fill(decoderOutput, 0);
        Arrays.fill(decoderCell, 0);
        int units = shape.inner();
        affine(
                expanded,
                0,
                shape.hidden(),
                core.tensor(DECODER_INPUT),
                core.tensor(DECODER_BIAS),
                decoderGates,
                0,
                4 * units);
        for (int t = length - 1; t >= 0; t--) {
            System.arraycopy(decoderGates, 0, gates, 0, 4 * units);
            accumulate(
                    decoderOutput, 0, units, core.tensor(DECODER_RECURRENT), gates, 0, 4 * units);
            cell(gates, decoderOutput, decoderCell, units);
            affine(
                    decoderOutput,
                    0,
                    units,
                    adaptor.outputWeight(),
                    adaptor.outputBias(),
                    reconstruction,
                    t * adaptor.width(),
                    adaptor.width());
        }
    }

    /** Gates i, f, g, o of one step to the next output and cell. */
    private static void cell(float[] gates, float[] output, float[] cell, int units) {
        for (int i = 0; i < units; i++) {
            double admitted = sigmoid(gates[i]) * Math.tanh(gates[2 * units + i]);
            double next = sigmoid(gates[units + i]) * cell[i] + admitted;
            cell[i] = (float) next;
            output[i] = (float) (sigmoid(gates[3 * units + i]) * Math.tanh(next));
        }
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** y = x·W + b */
    private static void affine(
            float[] x,
            int xAt,
            int rows,
            float[] weight,
            float[] bias,
            float[] y,
            int yAt,
            int columns) {
        System.arraycopy(bias, 0, y, yAt, columns);
        accumulate(x, xAt, rows, weight, y, yAt, columns);
    }

    /** y += x·W, row by row of W so that the inner loop runs over consecutive memory. */
    private static void accumulate(
            float[] x, int xAt, int rows, float[] weight, float[] y, int yAt, int columns) {
        for (int k = 0; k < rows; k++) {
            float value = x[xAt + k];
            int row = k * columns;
            for (int j = 0; j < columns; j++) {
                y[yAt + j] += value * weight[row + j];
            }
        }
    }
}
