// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.detector;

import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.variational.GaussianReconstructionDistribution;
import org.deeplearning4j.nn.conf.layers.variational.VariationalAutoencoder;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;

/**
 * The paper's second baseline: a variational auto-encoder, DL4J's layer with a Gaussian likelihood
 * of learnt variance, scored by squared error of the mean reconstruction of the mean latent.
 */
public final class VariationalAutoEncoder extends ReconstructingNetwork {

    /** With default shape and training. */
    public VariationalAutoEncoder() {
        this(NetworkOptions.DEFAULT);
    }

    /** With the given shape and training. */
    public VariationalAutoEncoder(NetworkOptions options) {
        super(options);
    }

    @Override
    public String label() {
        return "VAE";
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
                        .layer(
                                new VariationalAutoencoder.Builder()
                                        .nIn(width)
                                        .nOut(options.latent())
                                        .encoderLayerSizes(options.hidden())
                                        .decoderLayerSizes(options.hidden())
                                        .pzxActivationFunction(Activation.IDENTITY)
                                        .reconstructionDistribution(
                                                new GaussianReconstructionDistribution(
                                                        Activation.IDENTITY))
                                        .build())
                        .build();
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        return network;
    }

    @Override
    void step(MultiLayerNetwork network, INDArray batch) {
        network.pretrainLayer(0, batch);
    }

    @Override
    UnaryOperator<INDArray> reconstruction(MultiLayerNetwork network) {
        org.deeplearning4j.nn.layers.variational.VariationalAutoencoder layer =
                (org.deeplearning4j.nn.layers.variational.VariationalAutoencoder)
                        network.getLayer(0);
        return x ->
                layer.generateAtMeanGivenZ(
                        layer.activate(x, false, LayerWorkspaceMgr.noWorkspaces()));
    }
}
