// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.question;

import io.talon.ctalvae.model.Adaptor;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.evaluation.protocol.Trial;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/** Where the adaptors start. */
enum AdaptorStart {
    /** Where pretraining on the source left them. */
    SOURCE("from the source's") {
        @Override
        Adaptor of(Networks networks, Trial trial) {
            return networks.source(trial).adaptor();
        }
    },
    /** At random. */
    RANDOM("from random") {
        @Override
        Adaptor of(Networks networks, Trial trial) {
            return networks.untrained(trial).adaptor();
        }
    },
    /** The first features pass, the others are dropped. */
    IDENTITY("from identity") {
        @Override
        Adaptor of(Networks networks, Trial trial) {
            Adaptor like = networks.source(trial).adaptor();
            float[] in = new float[like.width() * like.inner()];
            for (int i = 0; i < Math.min(like.width(), like.inner()); i++) {
                in[i * like.inner() + i] = 1;
            }
            return transposed(like, in);
        }
    },
    /** On the principal directions of the declared-benign flows. */
    PCA("from PCA") {
        @Override
        Adaptor of(Networks networks, Trial trial) {
            Network network = networks.source(trial);
            List<Sequence> benign = Network.sequences(trial.target(), trial.split().fit());
            return transposed(network.adaptor(), principal(network, benign));
        }
    };

    private final String label;

    AdaptorStart(String label) {
        this.label = label;
    }

    /** As tables call it. */
    String label() {
        return label;
    }

    abstract Adaptor of(Networks networks, Trial trial);

    /** An adaptor whose output matrix is the transpose of its input matrix [width × inner]. */
    private static Adaptor transposed(Adaptor like, float[] in) {
        float[] out = new float[in.length];
        for (int f = 0; f < like.width(); f++) {
            for (int j = 0; j < like.inner(); j++) {
                out[j * like.width() + f] = in[f * like.inner() + j];
            }
        }
        return new Adaptor(
                like.width(),
                like.inner(),
                in,
                new float[like.inner()],
                out,
                new float[like.width()]);
    }

    private static float[] principal(Network network, List<Sequence> benign) {
        int width = network.adaptor().width();
        int inner = network.adaptor().inner();
        DMatrixRMaj covariance = new DMatrixRMaj(width, width);
        for (Sequence sequence : benign) {
            float[] x = new float[sequence.length() * width];
            network.site().normalise(sequence, x, new float[x.length]);
            int last = x.length - width;
            for (int a = 0; a < width; a++) {
                for (int b = 0; b < width; b++) {
                    covariance.data[a * width + b] += (double) x[last + a] * x[last + b];
                }
            }
        }
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(width, width, false, true, true);
        if (!svd.decompose(covariance)) {
            throw new IllegalStateException("the benign flows have no principal directions");
        }
        DMatrixRMaj v = svd.getV(null, false);
        double[] values = svd.getSingularValues();
        Integer[] order = new Integer[width];
        for (int i = 0; i < width; i++) {
            order[i] = i;
        }
        Arrays.sort(order, (a, b) -> Double.compare(values[b], values[a]));
        float[] in = new float[width * inner];
        for (int j = 0; j < Math.min(width, inner); j++) {
            for (int f = 0; f < width; f++) {
                in[f * inner + j] = (float) v.get(f, order[j]);
            }
        }
        return in;
    }
}
