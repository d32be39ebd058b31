// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.talon.ctalvae.model.Core;
import io.talon.ctalvae.model.CoreShape;
import io.talon.ctalvae.model.SiteModel;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScoringEngineTest {
    /**
     * Relative to the error and to the mean square of the values: what is left of two nearly equal
     * floats is only as exact as they are.
     */
    private static final double TOLERANCE = 1e-6;

    static Stream<ScoringEngine> engines() {
        return Stream.of(ScoringEngine.best(), ScoringEngine.scalar());
    }

    @Test
    void vectorsAreChosenWhereTheJvmOffersThem() {
        assertThat(ScoringEngine.best().name()).startsWith("vector-");
    }

    /** Widths around every vector's width, lengths around a tile, a core of any shape. */
    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void everyEngineAgreesWithDoublePrecision(
            @ForAll @IntRange(min = 1, max = 50) int inner,
            @ForAll @IntRange(min = 1, max = 70) int hidden,
            @ForAll @IntRange(min = 1, max = 20) int latent,
            @ForAll @IntRange(min = 1, max = 80) int width,
            @ForAll @IntRange(min = 1, max = 30) int size,
            @ForAll long seed) {
        RandomModel random = new RandomModel(seed);
        Core core = random.core(new CoreShape(inner, hidden, latent));
        List<SiteModel> models = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            models.add(random.site(core, i < 2 ? width : random.upTo(60)));
        }
        List<float[]> sequences = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int features = models.get(i % 3).site().adaptor().width();
            sequences.add(random.sequence(random.upTo(12), features));
        }
        engines().forEach(engine -> agree(engine, models, sequences));
    }

    private static void agree(
            ScoringEngine engine, List<SiteModel> models, List<float[]> sequences) {
        SequenceBatch batch = new SequenceBatch(sequences.size(), 12);
        ReconstructionDetails details = new ReconstructionDetails();
        fill(batch, models.stream().map(engine::prepare).toList(), sequences);
        engine.newScorer().measure(batch, details);
        for (int i = 0; i < batch.size(); i++) {
            DoubleReference expected =
                    new DoubleReference(batch.site(i).model(), sequences.get(i), batch.length(i));
            double noise = TOLERANCE * expected.norm;
            assertThat(batch.sequence(i))
                    .as("%s, sequence %d", engine.name(), i)
                    .isCloseTo(expected.sequence, within(TOLERANCE * expected.sequence + noise));
            assertThat(batch.lastFlow(i))
                    .isCloseTo(expected.lastFlow, within(TOLERANCE * expected.lastFlow + noise));
            assertThat(batch.norm(i)).isCloseTo(expected.norm, within(noise));
            agree(details, i, expected);
        }
    }

    private static void agree(ReconstructionDetails details, int i, DoubleReference expected) {
        for (int u = 0; u < expected.latent.length; u++) {
            assertThat((double) details.latent(i, u)).isCloseTo(expected.latent[u], within(1e-5));
        }
        for (int t = 0; t < expected.x.length; t++) {
            for (int f = 0; f < expected.x[t].length; f++) {
                assertThat((double) details.input(i, t, f))
                        .isCloseTo(expected.x[t][f], within(1e-5));
                assertThat((double) details.reconstruction(i, t, f))
                        .isCloseTo(expected.reconstruction[t][f], within(1e-5));
            }
        }
    }

    private static void fill(
            SequenceBatch batch, List<PreparedSite> sites, List<float[]> sequences) {
        for (int i = 0; i < sequences.size(); i++) {
            PreparedSite site = sites.get(i % sites.size());
            float[] values = sequences.get(i);
            int place = batch.add(site, values.length / site.width());
            System.arraycopy(values, 0, batch.values(), place, values.length);
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void extremeValuesGiveFiniteResultsAndLeaveTheRestOfTheBatchAlone(ScoringEngine engine) {
        RandomModel random = new RandomModel(7);
        PreparedSite site = engine.prepare(random.site(random.core(CoreShape.DEFAULT), 19));
        List<float[]> ordinary = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ordinary.add(random.sequence(10, 19));
        }
        List<float[]> mixed = new ArrayList<>(ordinary);
        float[] extremes = {
            Float.NaN,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            Float.MIN_VALUE,
            -Float.MIN_VALUE,
            Float.MAX_VALUE,
            -Float.MAX_VALUE,
            -0f
        };
        for (int i = 0; i < extremes.length; i++) {
            float[] values = new float[10 * 19];
            Arrays.fill(values, extremes[i]);
            mixed.add(3 * i % mixed.size(), values);
        }
        SequenceBatch alone = new SequenceBatch(32, 10);
        SequenceBatch together = new SequenceBatch(32, 10);
        fill(alone, List.of(site), ordinary);
        fill(together, List.of(site), mixed);
        BatchScorer scorer = engine.newScorer();
        scorer.score(alone);
        scorer.score(together);
        int same = 0;
        for (int i = 0; i < mixed.size(); i++) {
            assertThat(together.error(i)).isFinite();
            assertThat(together.p(i)).isBetween(0.0, 1.0);
            int before = ordinary.indexOf(mixed.get(i));
            if (before >= 0) {
                assertThat(together.error(i)).isEqualTo(alone.error(before));
                same++;
            }
        }
        assertThat(same).isEqualTo(ordinary.size());
    }

    @ParameterizedTest
    @MethodSource("engines")
    void missingEverythingIsNoError(ScoringEngine engine) {
        RandomModel random = new RandomModel(8);
        SequenceBatch batch = new SequenceBatch(1, 10);
        int place = batch.add(engine.prepare(random.site(random.core(CoreShape.DEFAULT), 5)), 2);
        Arrays.fill(batch.values(), place, place + 10, Float.NaN);
        engine.newScorer().score(batch);
        assertThat(batch.sequence(0)).isZero();
        assertThat(batch.lastFlow(0)).isZero();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aSequenceScoresTheSameWhateverElseIsInTheBatch(ScoringEngine engine) {
        RandomModel random = new RandomModel(9);
        PreparedSite site = engine.prepare(random.site(random.core(CoreShape.DEFAULT), 37));
        List<float[]> sequences = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            sequences.add(random.sequence(random.upTo(10), 37));
        }
        SequenceBatch all = new SequenceBatch(23, 10);
        fill(all, List.of(site), sequences);
        BatchScorer scorer = engine.newScorer();
        scorer.score(all);
        SequenceBatch one = new SequenceBatch(23, 10);
        for (int i = 0; i < sequences.size(); i++) {
            one.clear();
            fill(one, List.of(site), sequences.subList(i, i + 1));
            scorer.score(one);
            assertThat(one.error(0)).isEqualTo(all.error(i));
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void scoringAllocatesNothing(ScoringEngine engine) {
        RandomModel random = new RandomModel(10);
        Core core = random.core(CoreShape.DEFAULT);
        List<PreparedSite> sites = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sites.add(engine.prepare(random.site(core, 78)));
        }
        SequenceBatch batch = new SequenceBatch(64, 10);
        List<float[]> sequences = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            sequences.add(random.sequence(random.upTo(10), 78));
        }
        BatchScorer scorer = engine.newScorer();
        Runnable pass =
                () -> {
                    batch.clear();
                    fill(batch, sites, sequences);
                    scorer.score(batch);
                };
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        // Until C2 has compiled the kernels, vectors live on the heap.
        long perFlow = Long.MAX_VALUE;
        for (int round = 0; round < 200 && perFlow > 0; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 50; i++) {
                pass.run();
            }
            perFlow = (threads.getCurrentThreadAllocatedBytes() - before) / (50 * 64);
        }
        assertThat(perFlow).isZero();
    }

    @Test
    void sequencesThatNoModelTakesAreRefusedAndLeaveTheBatchAsItWas() {
        PreparedSite site = ScoringEngine.scalar().prepare(SiteModel.base());
        SequenceBatch batch = new SequenceBatch(1, 10);
        assertThatThrownBy(() -> batch.add(site, 0))
                .isInstanceOf(IllegalSequenceException.class)
                .hasMessageContaining("0 flows");
        assertThatThrownBy(() -> batch.add(site, 11))
                .isInstanceOf(IllegalSequenceException.class)
                .hasMessageContaining("1 to 10");
        assertThat(batch.size()).isZero();
        batch.add(site, 1);
        assertThatThrownBy(() -> batch.add(site, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("full");
    }

    @Test
    void aSiteOfAnotherEngineIsRefused() {
        SequenceBatch batch = new SequenceBatch(1, 10);
        batch.add(ScoringEngine.scalar().prepare(SiteModel.base()), 1);
        assertThatThrownBy(() -> ScoringEngine.best().newScorer().score(batch))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another engine");
    }

    @Test
    void weightsThatAreNoNumbersAreRefused() {
        RandomModel random = new RandomModel(11);
        SiteModel model = random.site(random.core(CoreShape.DEFAULT), 5);
        model.site().adaptor().outputWeight()[3] = Float.NaN;
        assertThatThrownBy(() -> ScoringEngine.best().prepare(model))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("OUTPUT_WEIGHT")
                .hasMessageContaining("at 3");
    }
}
