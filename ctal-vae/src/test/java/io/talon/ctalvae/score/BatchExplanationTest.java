// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.talon.ctalvae.Flows;
import io.talon.ctalvae.TrainedModel;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.sequence.Destinations;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.zeek.Conn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BatchExplanationTest {
    private static final SiteModel MODEL = TrainedModel.model();
    private static final List<Sequence> SEQUENCES = sequences();

    private static List<Sequence> sequences() {
        List<Conn> flows = new ArrayList<>(Flows.site(300, 2));
        flows.addAll(Flows.scan(30, flows.get(299).endMicros() / 1e6));
        return Destinations.sequences(flows);
    }

    static List<ScoringEngine> engines() {
        return ScoringEngineTest.allEngines().toList();
    }

    private static SequenceBatch batch(ScoringEngine engine) {
        SequenceBatch batch = new SequenceBatch(SEQUENCES.size(), 10);
        PreparedSite site = engine.prepare(MODEL);
        SEQUENCES.forEach(sequence -> batch.add(site, sequence));
        return batch;
    }

    private static Sequence ordinary() {
        Scorer scorer = MODEL.newScorer();
        return SEQUENCES.stream()
                .filter(sequence -> !scorer.score(sequence).anomalous())
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void explainsAsTheScorerThatTakesOneByOne(ScoringEngine engine) {
        SequenceBatch batch = batch(engine);
        ReconstructionDetails details = new ReconstructionDetails();
        engine.newScorer().score(batch, details);
        Scorer scorer = MODEL.newScorer();
        for (int i = 0; i < batch.size(); i++) {
            Explanation expected = scorer.explain(SEQUENCES.get(i));
            Explanation found = details.explain(i);
            Map<String, FeatureContribution> byName =
                    found.features().stream()
                            .collect(Collectors.toMap(FeatureContribution::feature, f -> f));
            assertThat(byName).hasSameSizeAs(expected.features());
            for (FeatureContribution feature : expected.features()) {
                FeatureContribution same = byName.get(feature.feature());
                assertThat(same.contribution())
                        .as("%s of sequence %d", feature.feature(), i)
                        .isCloseTo(feature.contribution(), within(1e-5));
                assertThat(same.actual()).isEqualTo(Double.valueOf(feature.actual()));
                assertThat(same.typical()).isEqualTo(Double.valueOf(feature.typical()));
            }
            for (int u = 0; u < expected.latent().length; u++) {
                assertThat(found.latent()[u]).isCloseTo(expected.latent()[u], within(1e-5f));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void keepsTheChosenAloneAndScoresAllAlike(ScoringEngine engine) {
        SequenceBatch batch = batch(engine);
        SequenceBatch bare = batch(engine);
        ReconstructionDetails details = new ReconstructionDetails(SequenceBatch::anomalous);
        BatchScorer scorer = engine.newScorer();
        scorer.score(batch, details);
        scorer.score(bare);
        int anomalous = 0;
        int ordinary = -1;
        for (int i = 0; i < batch.size(); i++) {
            assertThat(batch.p(i)).isEqualTo(bare.p(i));
            assertThat(details.has(i)).isEqualTo(batch.anomalous(i));
            anomalous += batch.anomalous(i) ? 1 : 0;
            ordinary = batch.anomalous(i) ? ordinary : i;
        }
        assertThat(anomalous).isBetween(25, 60);
        int notChosen = ordinary;
        assertThatThrownBy(() -> details.explain(notChosen))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not chosen");
    }

    @ParameterizedTest
    @MethodSource("engines")
    void forgetsTheBatchBefore(ScoringEngine engine) {
        ReconstructionDetails details = new ReconstructionDetails(SequenceBatch::anomalous);
        BatchScorer scorer = engine.newScorer();
        SequenceBatch batch = batch(engine);
        scorer.score(batch, details);
        assertThat(details.has(SEQUENCES.size() - 1)).isTrue();
        batch.clear();
        batch.add(engine.prepare(MODEL), ordinary());
        scorer.score(batch, details);
        assertThat(details.has(0)).isFalse();
        assertThat(details.has(SEQUENCES.size() - 1)).isFalse();
    }
}
