// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.talon.anomaly.v1.SequenceScore;
import io.talon.benchmarks.scorer.OnnxNetwork;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.sequence.FlowHistory;
import io.talon.job.model.ModelFiles;
import io.talon.job.operator.SequencedFlow;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * ONNX Runtime in the place of our engine: the same weights, the same batches, one thread. Scores
 * full batches of full sequences only, and explains nothing, which favours it.
 */
final class OnnxScorer extends ProcessFunction<SequencedFlow, SequenceScore> {

    private static final long serialVersionUID = 1L;
    private static final int WIDTH = FlowHistory.WIDTH;
    private static final int STEPS = FlowHistory.LENGTH;

    private final ModelFiles files;
    private final int batchSize;
    private transient SiteModel model;
    private transient OrtEnvironment environment;
    private transient OrtSession session;
    private transient FloatBuffer input;
    private transient OnnxTensor tensor;
    private transient List<SequencedFlow> waiting;
    private transient double[] norms;
    private transient float[] vectors;
    private transient float[] present;

    OnnxScorer(ModelFiles files, int batchSize) {
        this.files = files;
        this.batchSize = batchSize;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        model = files.open();
        environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            session = environment.createSession(OnnxNetwork.of(model, STEPS, batchSize), options);
        }
        input =
                ByteBuffer.allocateDirect(Float.BYTES * STEPS * batchSize * WIDTH)
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer();
        tensor = OnnxTensor.createTensor(environment, input, new long[] {STEPS, batchSize, WIDTH});
        waiting = new ArrayList<>(batchSize);
        norms = new double[batchSize];
        vectors = new float[STEPS * WIDTH];
        present = new float[STEPS * WIDTH];
    }

    @Override
    public void processElement(
            SequencedFlow sequenced, Context context, Collector<SequenceScore> out)
            throws OrtException {
        put(sequenced, waiting.size());
        waiting.add(sequenced);
        if (waiting.size() < batchSize) {
            return;
        }
        float[] errors;
        try (OrtSession.Result result = session.run(Map.of("x", tensor))) {
            errors = (float[]) result.get(0).getValue();
        }
        for (int i = 0; i < batchSize; i++) {
            out.collect(score(waiting.get(i), errors[i], norms[i]));
        }
        waiting.clear();
    }

    private void put(SequencedFlow sequenced, int index) {
        FlowHistory history = sequenced.history();
        Arrays.fill(vectors, 0);
        history.copyVectors(vectors, 0);
        model.site().normaliser().normalise(vectors, 0, STEPS, vectors, present);
        double squares = 0;
        for (float value : vectors) {
            squares += value * value;
        }
        norms[index] = squares / vectors.length;
        for (int step = 0; step < STEPS; step++) {
            input.put((step * batchSize + index) * WIDTH, vectors, step * WIDTH, WIDTH);
        }
    }

    private SequenceScore score(SequencedFlow sequenced, double error, double norm) {
        var calibration = model.site().calibration();
        double fused = calibration.fusion().of(error, error, norm);
        SequenceScore score = ForestScorer.score(sequenced, fused);
        score.setP(calibration.p(fused));
        score.setAnomalous(score.getP() < model.threshold());
        return score;
    }

    @Override
    public void close() throws OrtException {
        if (session != null) {
            tensor.close();
            session.close();
        }
    }
}
