// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.talon.ctalvae.model.Core;
import io.talon.ctalvae.model.CoreShape;
import io.talon.ctalvae.model.SiteModel;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;

/** Holds engines against double precision, on batches of random sequences of three sites. */
final class Agreement {
    /**
     * Plainly relative, where an error is at least a tenth of the mean square of its values, and of
     * the one that ordinary traffic has, 1: what a decoder's sums are made of is of that size,
     * however small the values are that a sequence of few features happens to have.
     */
    private static final double RELATIVE = 1e-6;

    private static final double ORDINARY = 0.1;

    /**
     * Below, a relative bound is beyond float: an error is the mean square of differences x − y,
     * and what is left of two nearly equal floats is only as exact as they are. Hence a bound on
     * the root of the error, relative to that of the mean square: four units in the last place.
     */
    private static final double ROOT = 4 * Math.ulp(1f);

    private static final double DETAIL = 1e-5;

    /** The functions of ND4J are less exact: of 6,000 random models one was off by 1.01e-5. */
    private static final double DETAIL_OF_ND4J = 3e-5;

    /**
     * A random model may multiply a rounding at each flow: no engine of floats can then be closer
     * than what rounding does to the plainest loops, times a few.
     */
    private static final double ROUNDINGS = 8;

    private final List<SiteModel> models = new ArrayList<>();
    private final List<float[]> sequences = new ArrayList<>();

    /** Two sites of one width and one of another, all but the first with rounded adaptors. */
    Agreement(CoreShape shape, int width, int size, long seed) {
        RandomModel random = new RandomModel(seed);
        Core core = random.core(shape);
        for (int i = 0; i < 3; i++) {
            models.add(
                    i == 0
                            ? random.site(core, width)
                            : random.taught(core, i < 2 ? width : random.upTo(60)));
        }
        for (int i = 0; i < size; i++) {
            int features = models.get(i % 3).site().adaptor().width();
            sequences.add(random.sequence(random.upTo(12), features));
        }
    }

    /**
     * @throws AssertionError if the engine finds something else than double precision
     */
    void check(ScoringEngine engine) {
        SequenceBatch batch = new SequenceBatch(sequences.size(), 12);
        ReconstructionDetails details = new ReconstructionDetails();
        ScoringEngineTest.fill(batch, models.stream().map(engine::prepare).toList(), sequences);
        engine.newScorer().measure(batch, details);
        for (int i = 0; i < batch.size(); i++) {
            SiteModel model = batch.site(i).model();
            int length = batch.length(i);
            DoubleReference expected = new DoubleReference(model, sequences.get(i), length);
            DoubleReference rounded = new DoubleReference(model, sequences.get(i), length, true);
            String what = engine.name() + ", sequence " + i;
            check(what, batch.sequence(i), expected.sequence, rounded.sequence, expected.norm);
            check(
                    what + ", last flow",
                    batch.lastFlow(i),
                    expected.lastFlow,
                    rounded.lastFlow,
                    expected.norm);
            assertThat(batch.norm(i))
                    .as(what)
                    .isCloseTo(expected.norm, within(RELATIVE * expected.norm));
            double detail = engine.name().equals("nd4j") ? DETAIL_OF_ND4J : DETAIL;
            double bound = Math.max(detail, ROUNDINGS * expected.apart(rounded));
            check(what, details, i, expected, within(bound));
        }
    }

    private static void check(
            String what, double found, double expected, double rounded, double norm) {
        if (expected >= ORDINARY * Math.max(norm, 1)) {
            double bound = Math.max(RELATIVE * expected, ROUNDINGS * Math.abs(expected - rounded));
            assertThat(found).as(what).isCloseTo(expected, within(bound));
        }
        // A reconstruction far off may be larger than the values: then its own size counts.
        double size = Math.sqrt(Math.max(1, Math.max(norm, expected)));
        double root = Math.sqrt(expected);
        double bound = Math.max(ROOT * size, ROUNDINGS * Math.abs(root - Math.sqrt(rounded)));
        assertThat(Math.sqrt(found)).as(what).isCloseTo(root, within(bound));
    }

    private static void check(
            String what,
            ReconstructionDetails details,
            int i,
            DoubleReference expected,
            Offset<Double> bound) {
        for (int u = 0; u < expected.latent.length; u++) {
            assertThat((double) details.latent(i, u)).as(what).isCloseTo(expected.latent[u], bound);
        }
        for (int t = 0; t < expected.x.length; t++) {
            for (int f = 0; f < expected.x[t].length; f++) {
                String where = what + ", flow " + t + ", feature " + f;
                assertThat((double) details.input(i, t, f))
                        .as(where)
                        .isCloseTo(expected.x[t][f], within(DETAIL));
                assertThat((double) details.reconstruction(i, t, f))
                        .as(where)
                        .isCloseTo(expected.reconstruction[t][f], bound);
            }
        }
    }

    /** Checks the engine that this JVM chooses, on few cases. */
    public static void main(String[] args) {
        ScoringEngine engine = ScoringEngine.best();
        new Agreement(CoreShape.DEFAULT, 78, 7, 1).check(engine);
        new Agreement(new CoreShape(17, 33, 5), 31, 6, 2).check(engine);
        new Agreement(new CoreShape(1, 1, 1), 1, 1, 3).check(engine);
        System.err.println("agrees: " + engine.name());
    }
}
