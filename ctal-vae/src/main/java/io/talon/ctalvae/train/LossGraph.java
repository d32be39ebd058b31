// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import io.talon.ctalvae.model.CoreShape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.api.OutAndGrad;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The loss and its gradients as a SameDiff graph. SameDiff keeps a session per thread for ever, so
 * use it from few threads.
 */
final class LossGraph implements Gradients {
    private final CoreShape shape;
    private final int width;
    private final DataType type;
    private final List<WeightName> trained;
    private final SameDiff graph = SameDiff.create();
    private final Network network;
    private final SDVariable loss;
    private final SDVariable error;

    /**
     * @param weights widths and starting values
     * @param trained the tensors that gradients are wanted for; the others are constants
     * @param triplets the cosine term
     * @param hingeMargin M, the error that repelled sequences are pushed up to
     * @param type FLOAT to train, DOUBLE to check gradients
     */
    LossGraph(
            Weights weights,
            List<WeightName> trained,
            TripletTerm triplets,
            double hingeMargin,
            DataType type) {
        this.shape = weights.shape();
        this.width = weights.width();
        this.type = type;
        this.trained = List.copyOf(trained);
        Map<WeightName, SDVariable> variables = new HashMap<>();
        for (WeightName name : WeightName.all()) {
            INDArray values = matrix(Weights.floats(weights.get(name)), name.columns(shape, width));
            variables.put(
                    name,
                    this.trained.contains(name)
                            ? graph.var(name.variable(), values)
                            : graph.constant(name.variable(), values));
        }
        network =
                new Network(
                        graph,
                        variables,
                        shape,
                        input("input", -1, width),
                        input("steps", Batch.STEPS, -1, 1),
                        input("epsilon", -1, shape.latent()));
        error = error();
        loss =
                reconstructionAndHinge(hingeMargin)
                        .add(divergence())
                        .add(contrast(triplets))
                        .rename("loss");
        graph.setLossVariables(loss);
        try (StandardOutputGuard guard = new StandardOutputGuard()) {
            graph.createGradFunction(
                    this.trained.stream().map(WeightName::variable).toArray(String[]::new));
        }
    }

    private SDVariable error() {
        SDVariable difference = network.reconstruction.sub(input("target", -1, width));
        return difference
                .mul(difference)
                .mul(input("weight", -1, width))
                .reshape(Batch.STEPS, -1, width)
                .sum(0, 2)
                .rename("error");
    }

    private SDVariable reconstructionAndHinge(double margin) {
        SDVariable below = graph.nn().relu(error.neg().add(margin), 0);
        return error.mul(input("reconstruction", -1))
                .sum()
                .add(below.mul(input("hinge", -1)).sum());
    }

    private SDVariable divergence() {
        SDVariable mean = network.mean;
        SDVariable terms =
                mean.mul(mean)
                        .add(graph.math().exp(network.logVariance))
                        .sub(network.logVariance)
                        .sub(1.0);
        return terms.sum(1).mul(0.5).mul(input("divergence", -1)).sum();
    }

    private SDVariable contrast(TripletTerm term) {
        SDVariable anchor = input("anchors", -1, -1).mmul(network.mean);
        SDVariable positive = input("positives", -1, -1).mmul(network.mean);
        SDVariable negative = input("negatives", -1, -1).mmul(network.mean);
        SDVariable gap = cosine(anchor, negative).sub(cosine(anchor, positive)).add(term.margin());
        return graph.nn().relu(gap, 0).mul(input("contrast", -1)).sum().mul(term.weight());
    }

    private SDVariable cosine(SDVariable a, SDVariable b) {
        SDVariable norms = a.mul(a).sum(1).mul(b.mul(b).sum(1));
        return a.mul(b).sum(1).div(graph.math().sqrt(norms.add(CosineContrast.TINY)));
    }

    private SDVariable input(String name, long... dimensions) {
        return graph.placeHolder(name, type, dimensions);
    }

    @Override
    public LossAndGradients evaluate(Weights weights, Batch batch) {
        for (WeightName name : trained) {
            graph.getVariable(name.variable())
                    .getArr()
                    .assign(matrix(weights.get(name), name.columns(shape, width)));
        }
        OutAndGrad result =
                graph.calculateGradientsAndOutputs(
                        placeholders(batch),
                        List.of(loss.name()),
                        trained.stream().map(WeightName::variable).toList());
        double[][] gradients = new double[WeightName.all().size()][];
        for (WeightName name : trained) {
            gradients[name.index()] =
                    result.getGradients().get(name.variable()).dup('c').data().asDouble();
        }
        return new LossAndGradients(result.getOutputs().get(loss.name()).getDouble(0), gradients);
    }

    /** x̂ of a batch, time-major, newest flow first, then μ and each sequence's error. */
    List<float[]> reconstruct(Batch batch) {
        Map<String, INDArray> out =
                graph.output(
                        placeholders(batch),
                        network.reconstruction.name(),
                        network.mean.name(),
                        error.name());
        return List.of(
                out.get(network.reconstruction.name()).dup('c').data().asFloat(),
                out.get(network.mean.name()).dup('c').data().asFloat(),
                out.get(error.name()).dup('c').data().asFloat());
    }

    private Map<String, INDArray> placeholders(Batch batch) {
        Map<String, INDArray> in = new HashMap<>();
        in.put("input", matrix(batch.input, width));
        in.put("steps", array(batch.steps).reshape(Batch.STEPS, batch.size, 1));
        in.put("epsilon", matrix(batch.epsilon, shape.latent()));
        in.put("target", matrix(batch.target, width));
        in.put("weight", matrix(batch.weight, width));
        in.put("reconstruction", array(batch.reconstruction));
        in.put("hinge", array(batch.hinge));
        in.put("divergence", array(batch.divergence));
        in.put("anchors", matrix(batch.selection(0), batch.size));
        in.put("positives", matrix(batch.selection(1), batch.size));
        in.put("negatives", matrix(batch.selection(2), batch.size));
        in.put("contrast", array(batch.tripletWeights()));
        return in;
    }

    private INDArray matrix(float[] values, long columns) {
        return array(values).reshape(values.length / columns, columns);
    }

    private INDArray matrix(double[] values, long columns) {
        INDArray all =
                type == DataType.DOUBLE
                        ? Nd4j.createFromArray(values)
                        : array(Weights.floats(values));
        return all.reshape(values.length / columns, columns);
    }

    private INDArray array(float[] values) {
        INDArray floats = Nd4j.createFromArray(values);
        return type == DataType.FLOAT ? floats : floats.castTo(type);
    }
}
