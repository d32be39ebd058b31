// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.detector;

import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The paper's first baseline: a plain auto-encoder, DL4J's, scored by squared error. */
public final class AutoEncoder extends ReconstructingNetwork {

    /** With default shape and training. */
    public AutoEncoder() {
        this(NetworkOptions.DEFAULT);
    }

    /** With the given shape and training. */
    public AutoEncoder(NetworkOptions options) {
        super(options);
    }

    @Override
    public String label() {
        return "AE";
    }

    @Override
    MultiLayerNetwork network(int width, long seed) {
        MultiLayerConfiguration configuration =
                new NeuralNetConfiguration.Builder()
                        .seed(seed)
                        .updater(new Adam(options.learningRate()))
                        .weightInit(WeightInit.XAVIER)
                        .activation(Activation.TANH)
                        .list()
                        .layer(dense(width, options.hidden()))
                        .layer(dense(options.hidden(), options.latent()))
                        .layer(dense(options.latent(), options.hidden()))
                        .layer(
                                new OutputLayer.Builder(LossFunction.MSE)
                                        .nIn(options.hidden())
                                        .nOut(width)
                                        .activation(Activation.IDENTITY)
                                        .build())
                        .build();
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        return network;
    }

    private static DenseLayer dense(int in, int out) {
        return new DenseLayer.Builder().nIn(in).nOut(out).build();
    }

    @Override
    void step(MultiLayerNetwork network, INDArray batch) {
        network.fit(batch, batch);
    }

    @Override
    UnaryOperator<INDArray> reconstruction(MultiLayerNetwork network) {
        return x -> network.output(x, false);
    }
}
