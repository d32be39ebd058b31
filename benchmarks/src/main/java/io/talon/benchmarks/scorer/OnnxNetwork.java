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

import io.talon.ctalvae.model.Adaptor;
import io.talon.ctalvae.model.Core;
import io.talon.ctalvae.model.SiteModel;
import java.util.Arrays;

/**
 * The same network as an ONNX file with the runtime's own LSTM: input x [steps × batch × width],
 * newest flow's reconstruction first, output the error of each sequence [batch].
 */
public final class OnnxNetwork {
    /** Our gates are i, f, g, o; ONNX's are i, o, f, c. */
    private static final int[] GATES = {0, 3, 1, 2};

    private OnnxNetwork() {}

    static byte[] of(Workload workload) {
        return of(workload.sites.get(0), workload.steps, workload.sequences.length);
    }

    /** The network of this model, for batches and sequences of this size alone. */
    public static byte[] of(SiteModel model, int steps, int batch) {
        Core core = model.core();
        Adaptor adaptor = model.site().adaptor();
        int width = adaptor.width();
        int inner = core.shape().inner();
        int hidden = core.shape().hidden();
        int latent = core.shape().latent();
        long[] reversed = new long[steps];
        Arrays.setAll(reversed, i -> steps - 1 - i);
        OnnxGraph graph =
                new OnnxGraph()
                        .input("x", steps, batch, width)
                        .output("error", batch)
                        .floats("win", adaptor.inputWeight(), width, inner)
                        .floats("bin", adaptor.inputBias(), inner)
                        .floats("wout", adaptor.outputWeight(), inner, width)
                        .floats("bout", adaptor.outputBias(), width)
                        .floats("wmean", core.tensor(MEAN_WEIGHT), hidden, latent)
                        .floats("bmean", core.tensor(MEAN_BIAS), latent)
                        .floats("wexpand", core.tensor(EXPAND_WEIGHT), latent, hidden)
                        .floats("bexpand", core.tensor(EXPAND_BIAS), hidden)
                        .longs("zero", 0)
                        .longs("one", 1)
                        .longs("fed.shape", steps, batch, hidden)
                        .longs("reversed", reversed);
        lstm(
                graph,
                "encoder",
                core.tensor(ENCODER_INPUT),
                core.tensor(ENCODER_RECURRENT),
                core.tensor(ENCODER_BIAS),
                inner,
                hidden);
        lstm(
                graph,
                "decoder",
                core.tensor(DECODER_INPUT),
                core.tensor(DECODER_RECURRENT),
                core.tensor(DECODER_BIAS),
                hidden,
                inner);
        return graph.node("MatMul", "x win", "in0")
                .node("Add", "in0 bin", "in")
                .node("LSTM", "in encoder.w encoder.r encoder.b", "- h", "hidden_size", hidden)
                .node("Squeeze", "h zero", "h2")
                .node("Gemm", "h2 wmean bmean", "mean")
                .node("Gemm", "mean wexpand bexpand", "fed0")
                .node("Tanh", "fed0", "fed1")
                .node("Expand", "fed1 fed.shape", "fed")
                .node("LSTM", "fed decoder.w decoder.r decoder.b", "d0", "hidden_size", inner)
                .node("Squeeze", "d0 one", "d")
                .node("MatMul", "d wout", "y0")
                .node("Add", "y0 bout", "y")
                .node("Gather", "x reversed", "target", "axis", 0)
                .node("Sub", "target y", "difference")
                .node("Mul", "difference difference", "squares")
                .node("ReduceMean", "squares", "error", "axes", new int[] {0, 2}, "keepdims", 0)
                .toByteArray();
    }

    private static void lstm(
            OnnxGraph graph, String name, float[] w, float[] r, float[] b, int in, int units) {
        float[] bias = Arrays.copyOf(transposed(b, 1, units), 8 * units);
        graph.floats(name + ".w", transposed(w, in, units), 1, 4 * units, in)
                .floats(name + ".r", transposed(r, units, units), 1, 4 * units, units)
                .floats(name + ".b", bias, 1, 8 * units);
    }

    private static float[] transposed(float[] w, int in, int units) {
        float[] out = new float[w.length];
        for (int gate = 0; gate < 4; gate++) {
            for (int u = 0; u < units; u++) {
                for (int k = 0; k < in; k++) {
                    out[(gate * units + u) * in + k] = w[k * 4 * units + GATES[gate] * units + u];
                }
            }
        }
        return out;
    }
}
