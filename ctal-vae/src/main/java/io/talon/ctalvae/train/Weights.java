// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import io.talon.ctalvae.model.Adaptor;
import io.talon.ctalvae.model.Core;
import io.talon.ctalvae.model.CoreShape;
import io.talon.ctalvae.model.CoreTensor;
import java.util.Random;

/**
 * The weights of core and adaptors while they are being trained: one array per {@link WeightName},
 * in double precision so that small steps are not lost. Mutable.
 */
final class Weights {
    private final CoreShape shape;
    private final int width;
    private final double[][] values;

    private Weights(CoreShape shape, int width, double[][] values) {
        this.shape = shape;
        this.width = width;
        this.values = values;
    }

    /** Random weights: uniform in ±1/√(rows), biases 0, forget gates 1. */
    static Weights initial(CoreShape shape, int width, Random random) {
        double[][] values = new double[WeightName.all().size()][];
        for (WeightName name : WeightName.all()) {
            double[] tensor = new double[name.rows(shape, width) * name.columns(shape, width)];
            values[name.index()] = tensor;
            if (!name.bias()) {
                double bound = 1 / Math.sqrt(name.rows(shape, width));
                for (int i = 0; i < tensor.length; i++) {
                    tensor[i] = (2 * random.nextDouble() - 1) * bound;
                }
            }
        }
        openForgetGates(values[CoreTensor.ENCODER_BIAS.ordinal()]);
        openForgetGates(values[CoreTensor.DECODER_BIAS.ordinal()]);
        return new Weights(shape, width, values);
    }

    private static void openForgetGates(double[] bias) {
        int units = bias.length / 4;
        for (int i = units; i < 2 * units; i++) {
            bias[i] = 1;
        }
    }

    static Weights of(Core core, Adaptor adaptor) {
        double[][] values = new double[WeightName.all().size()][];
        for (WeightName name : WeightName.all()) {
            float[] from = name.of(core, adaptor);
            double[] to = new double[from.length];
            for (int i = 0; i < from.length; i++) {
                to[i] = from[i];
            }
            values[name.index()] = to;
        }
        return new Weights(core.shape(), adaptor.width(), values);
    }

    CoreShape shape() {
        return shape;
    }

    int width() {
        return width;
    }

    /** The live values. */
    double[] get(WeightName name) {
        return values[name.index()];
    }

    Core core() {
        float[][] tensors = new float[CoreTensor.values().length][];
        for (CoreTensor name : CoreTensor.values()) {
            tensors[name.ordinal()] = floats(values[name.ordinal()]);
        }
        return new Core(shape, tensors);
    }

    Adaptor adaptor() {
        int first = CoreTensor.values().length;
        return new Adaptor(
                width,
                shape.inner(),
                floats(values[first]),
                floats(values[first + 1]),
                floats(values[first + 2]),
                floats(values[first + 3]));
    }

    static float[] floats(double[] values) {
        float[] result = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = (float) values[i];
        }
        return result;
    }
}
