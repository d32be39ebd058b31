// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.scorer;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;

/** ONNX Runtime on the same weights, one thread, fixed shapes, input in native memory already. */
final class OnnxContender implements Contender {
    private final OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    private final OrtSession session;
    private final OnnxTensor input;
    private float[] errors;

    OnnxContender(Workload workload) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        options.setIntraOpNumThreads(1);
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
        session = environment.createSession(OnnxNetwork.of(workload), options);
        int batch = workload.sequences.length;
        FloatBuffer x =
                ByteBuffer.allocateDirect(4 * workload.steps * batch * Workload.WIDTH)
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer();
        for (int t = 0; t < workload.steps; t++) {
            for (float[] sequence : workload.sequences) {
                x.put(sequence, t * Workload.WIDTH, Workload.WIDTH);
            }
        }
        x.flip();
        input =
                OnnxTensor.createTensor(
                        environment, x, new long[] {workload.steps, batch, Workload.WIDTH});
    }

    @Override
    public void score() throws OrtException {
        try (OrtSession.Result result = session.run(Map.of("x", input))) {
            errors = (float[]) result.get(0).getValue();
        }
    }

    @Override
    public double[] errors() {
        double[] all = new double[errors.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = errors[i];
        }
        return all;
    }

    @Override
    public void close() throws OrtException {
        input.close();
        session.close();
        options.close();
    }
}
