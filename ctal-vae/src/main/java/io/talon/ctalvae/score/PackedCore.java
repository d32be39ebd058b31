// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

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

import io.talon.ctalvae.kernel.Kernel;
import io.talon.ctalvae.kernel.PackedMatrix;
import io.talon.ctalvae.kernel.Rows;
import io.talon.ctalvae.model.Core;
import io.talon.ctalvae.model.CoreShape;
import io.talon.ctalvae.model.CoreTensor;
import java.util.Arrays;

/** A core's weights as a kernel reads them. Immutable. */
final class PackedCore {
    final CoreShape shape;

    /** From the adapted flow and, below it, from the output of the step before. */
    final PackedMatrix encoder;

    /** The same row for every sequence. */
    final float[][] encoderBias;

    final PackedMatrix mean;
    final float[] meanBias;
    final PackedMatrix expand;
    final float[] expandBias;
    final PackedMatrix decoderInput;
    final PackedMatrix decoderRecurrent;
    final float[] decoderBias;

    PackedCore(Core core, Kernel kernel) {
        shape = core.shape();
        encoder =
                kernel.pack(
                        stacked(halved(core, ENCODER_INPUT), halved(core, ENCODER_RECURRENT)),
                        shape.inner() + shape.hidden(),
                        4 * shape.hidden());
        encoderBias = Rows.repeated(Workspace.GROUP, Rows.row(halved(core, ENCODER_BIAS)));
        mean = matrix(core, MEAN_WEIGHT, kernel);
        meanBias = Rows.row(core.tensor(MEAN_BIAS));
        expand = matrix(core, EXPAND_WEIGHT, kernel);
        expandBias = Rows.row(core.tensor(EXPAND_BIAS));
        decoderInput = gates(core, DECODER_INPUT, kernel);
        decoderRecurrent = gates(core, DECODER_RECURRENT, kernel);
        decoderBias = Rows.row(halved(core, DECODER_BIAS));
    }

    private static PackedMatrix matrix(Core core, CoreTensor name, Kernel kernel) {
        return kernel.pack(core.tensor(name), name.rows(core.shape()), name.columns(core.shape()));
    }

    private static PackedMatrix gates(Core core, CoreTensor name, Kernel kernel) {
        return kernel.pack(halved(core, name), name.rows(core.shape()), name.columns(core.shape()));
    }

    private static float[] stacked(float[] above, float[] below) {
        float[] all = Arrays.copyOf(above, above.length + below.length);
        System.arraycopy(below, 0, all, above.length, below.length);
        return all;
    }

    /** Halves what leads to the gates i, f and o: σ(s) = ½ · tanh(s/2) + ½. Exact. */
    private static float[] halved(Core core, CoreTensor name) {
        float[] values = core.tensor(name).clone();
        int columns = name.columns(core.shape());
        int units = columns / 4;
        for (int i = 0; i < values.length; i++) {
            if (i % columns / units != 2) {
                values[i] *= 0.5f;
            }
        }
        return values;
    }
}
