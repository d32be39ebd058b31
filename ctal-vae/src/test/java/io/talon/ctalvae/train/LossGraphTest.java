// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.talon.ctalvae.model.CoreShape;
import io.talon.ctalvae.score.ScalarReconstructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

class LossGraphTest {
    private static final int WIDTH = 5;
    private static final CoreShape SMALL = new CoreShape(4, 6, 3);

    /**
     * Central differences in double lose about the square of the step, 1e-10, to truncation and
     * 1e-16/1e-5 to rounding.
     */
    private static final double STEP = 1e-5;

    /** Tensors moved together along a random direction, which touches every value of them. */
    private static final int GROUP = 4;

    /** Relative for gradients above 1. */
    private static final double GRADIENT_TOLERANCE = 1e-6;

    /** What scoring may differ from training: float rounding over ten steps. */
    private static final double AGREEMENT = 1e-5;

    private final Random random = new Random(7);

    @Test
    void gradientsAgreeWithFiniteDifferences() {
        Weights weights = Weights.initial(SMALL, WIDTH, random);
        Batch batch = batchOfEveryRole(WIDTH, SMALL);
        LossGraph graph =
                new LossGraph(
                        weights, WeightName.all(), new TripletTerm(0.7, 1.5), 3, DataType.DOUBLE);

        LossAndGradients exact = graph.evaluate(weights, batch);

        for (int first = 0; first < WeightName.all().size(); first += GROUP) {
            List<WeightName> group = WeightName.all().subList(first, first + GROUP);
            List<double[]> direction =
                    group.stream()
                            .map(name -> random.doubles(weights.get(name).length, -1, 1).toArray())
                            .toList();
            double slope = 0;
            for (int g = 0; g < GROUP; g++) {
                for (int i = 0; i < direction.get(g).length; i++) {
                    slope += direction.get(g)[i] * exact.gradient(group.get(g))[i];
                }
            }
            move(weights, group, direction, STEP);
            double above = graph.evaluate(weights, batch).loss();
            move(weights, group, direction, -2 * STEP);
            double below = graph.evaluate(weights, batch).loss();
            move(weights, group, direction, STEP);
            assertThat(slope)
                    .as("%s", group)
                    .isCloseTo(
                            (above - below) / (2 * STEP),
                            within(GRADIENT_TOLERANCE * Math.max(1, Math.abs(slope))));
        }
    }

    private static void move(
            Weights weights, List<WeightName> group, List<double[]> direction, double step) {
        for (int g = 0; g < group.size(); g++) {
            double[] values = weights.get(group.get(g));
            for (int i = 0; i < values.length; i++) {
                values[i] += step * direction.get(g)[i];
            }
        }
    }

    @Test
    void everyWeightGetsAGradient() {
        Weights weights = Weights.initial(SMALL, WIDTH, random);
        LossGraph graph =
                new LossGraph(
                        weights, WeightName.all(), new TripletTerm(0.7, 1.5), 3, DataType.DOUBLE);

        LossAndGradients loss = graph.evaluate(weights, batchOfEveryRole(WIDTH, SMALL));

        for (WeightName name : WeightName.all()) {
            assertThat(Arrays.stream(loss.gradient(name)).map(Math::abs).max().orElseThrow())
                    .as(name.variable())
                    .isGreaterThan(1e-9);
        }
    }

    @Test
    void agreesWithTheScorer() {
        int width = 60;
        CoreShape shape = CoreShape.DEFAULT;
        Weights weights = Weights.initial(shape, width, random);
        List<TrainingSequence> sequences = new ArrayList<>();
        BatchBuilder rows = new BatchBuilder(10, width, shape.latent(), 0, random);
        for (int length = 1; length <= 10; length++) {
            sequences.add(randomSequence(length, width));
            rows.repel(sequences.get(length - 1), 1);
        }
        LossGraph graph =
                new LossGraph(
                        weights, WeightName.ofAdaptors(), new TripletTerm(0, 0), 1, DataType.FLOAT);
        List<float[]> trained = graph.reconstruct(rows.build());
        ScalarReconstructor scorer = new ScalarReconstructor(shape);
        float[] reconstruction = new float[10 * width];
        float[] latent = new float[shape.latent()];

        for (int b = 0; b < sequences.size(); b++) {
            TrainingSequence sequence = sequences.get(b);
            scorer.reconstruct(
                    weights.core(),
                    weights.adaptor(),
                    sequence.copyOfValues(),
                    sequence.length(),
                    reconstruction,
                    latent);
            for (int i = 0; i < latent.length; i++) {
                assertThat(latent[i])
                        .isCloseTo(
                                trained.get(1)[b * latent.length + i], within((float) AGREEMENT));
            }
            for (int t = 0; t < sequence.length(); t++) {
                int newestFirst = ((sequence.length() - 1 - t) * 10 + b) * width;
                for (int f = 0; f < width; f++) {
                    assertThat((double) reconstruction[t * width + f])
                            .isCloseTo(trained.get(0)[newestFirst + f], within(AGREEMENT));
                }
            }
        }
    }

    @Test
    void gradientsByHandAgreeWithTheGraph() {
        for (List<WeightName> trained : List.of(WeightName.all(), WeightName.ofAdaptors())) {
            Weights weights = Weights.initial(CoreShape.DEFAULT, 60, random);
            Batch batch = batchOfEveryRole(60, CoreShape.DEFAULT);
            TripletTerm triplets = new TripletTerm(0.7, 1.5);
            LossAndGradients exact =
                    new LossGraph(weights, trained, triplets, 1, DataType.DOUBLE)
                            .evaluate(weights, batch);

            for (Engine engine : List.of(Engine.PLAIN, Engine.FUSED)) {
                agree(
                        engine.gradients(weights, trained, triplets, 1).evaluate(weights, batch),
                        exact,
                        trained);
            }
        }
    }

    private static void agree(
            LossAndGradients found, LossAndGradients exact, List<WeightName> trained) {
        assertThat(found.loss()).isCloseTo(exact.loss(), within(1e-5));
        for (WeightName name : trained) {
            double[] expected = exact.gradient(name);
            double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
            for (int i = 0; i < expected.length; i++) {
                assertThat(found.gradient(name)[i])
                        .as("%s[%d]", name.variable(), i)
                        .isCloseTo(expected[i], within(1e-5 * largest));
            }
        }
    }

    /** Arrays are kept from step to step: nothing of one batch may show in the next. */
    @Test
    void gradientsDependOnTheBatchAlone() {
        Weights weights = Weights.initial(CoreShape.DEFAULT, 60, random);
        Batch one = batchOfEveryRole(60, CoreShape.DEFAULT);
        Batch other = batchOfEveryRole(60, CoreShape.DEFAULT);
        TripletTerm triplets = new TripletTerm(0.7, 1.5);
        for (Engine engine : List.of(Engine.PLAIN, Engine.FUSED)) {
            Gradients fresh = engine.gradients(weights, WeightName.all(), triplets, 1);
            Gradients used = engine.gradients(weights, WeightName.all(), triplets, 1);
            used.evaluate(weights, other);

            LossAndGradients expected = fresh.evaluate(weights, one);
            LossAndGradients found = used.evaluate(weights, one);

            assertThat(found.loss()).isEqualTo(expected.loss());
            for (WeightName name : WeightName.all()) {
                assertThat(found.gradient(name)).containsExactly(expected.gradient(name));
            }
        }
    }

    private Batch batchOfEveryRole(int width, CoreShape shape) {
        BatchBuilder rows = new BatchBuilder(6, width, shape.latent(), 0.1, random);
        int anchor = rows.reconstruct(randomSequence(10, width), 0.5, 0.3);
        int positive = rows.reconstruct(randomSequence(4, width), 0.2, 0.1);
        int negative = rows.repel(randomSequence(1, width), 0.4);
        rows.repel(randomSequence(7, width), 0.3);
        rows.contrast(randomSequence(3, width), 0.1);
        rows.reconstruct(randomSequence(2, width), 0.3, 0);
        rows.triplet(anchor, positive, negative);
        return rows.build();
    }

    private TrainingSequence randomSequence(int length, int width) {
        float[] values = new float[length * width];
        float[] present = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            present[i] = random.nextInt(8) == 0 ? 0 : 1;
            values[i] = present[i] * (float) random.nextGaussian();
        }
        return new TrainingSequence(length, width, values, present);
    }
}
