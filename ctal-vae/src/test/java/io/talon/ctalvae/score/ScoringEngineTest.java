// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.talon.ctalvae.model.CoreShape;
import io.talon.ctalvae.model.SiteModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScoringEngineTest {
    /** The engines on kernels, which allocate nothing and give the same bits in any batch. */
    static Stream<ScoringEngine> engines() {
        return Stream.of(ScoringEngine.best(), ScoringEngine.scalar());
    }

    /** And what a provider brings. */
    static Stream<ScoringEngine> allEngines() {
        return Stream.concat(engines(), Stream.of(ScoringEngine.named("nd4j")));
    }

    @Test
    void enginesAreFoundByName() {
        assertThat(ScoringEngine.named("vector")).isSameAs(ScoringEngine.best());
        assertThat(ScoringEngine.named("scalar")).isSameAs(ScoringEngine.scalar());
        assertThat(ScoringEngine.named("nd4j")).isSameAs(ScoringEngine.named("nd4j"));
        assertThatThrownBy(() -> ScoringEngine.named("abacus"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("abacus")
                .hasMessageContaining("vector, scalar, nd4j");
    }

    @Test
    void vectorsAreChosenWhereTheJvmOffersThem() {
        assertThat(ScoringEngine.best().name()).startsWith("vector-");
    }

    static void fill(SequenceBatch batch, List<PreparedSite> sites, List<float[]> sequences) {
        for (int i = 0; i < sequences.size(); i++) {
            PreparedSite site = sites.get(i % sites.size());
            float[] values = sequences.get(i);
            int place = batch.add(site, values.length / site.width());
            System.arraycopy(values, 0, batch.values(), place, values.length);
        }
    }

    @ParameterizedTest
    @MethodSource("allEngines")
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
                assertThat(together.error(i))
                        .isCloseTo(alone.error(before), withinPercentage(1e-4));
                same++;
            }
        }
        assertThat(same).isEqualTo(ordinary.size());
    }

    @ParameterizedTest
    @MethodSource("allEngines")
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
