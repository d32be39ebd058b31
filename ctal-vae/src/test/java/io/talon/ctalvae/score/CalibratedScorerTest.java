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
import org.junit.jupiter.api.Test;

class CalibratedScorerTest {
    private static final SiteModel MODEL = TrainedModel.model();

    private final Scorer scorer = MODEL.newScorer();

    private static List<Sequence> withScan() {
        List<Conn> flows = new ArrayList<>(Flows.site(300, 2));
        flows.addAll(Flows.scan(30, flows.get(299).endMicros() / 1e6));
        return Destinations.sequences(flows);
    }

    @Test
    void scanIsStrangerThanTheDayBeforeIt() {
        List<Score> scores = withScan().stream().map(scorer::score).toList();
        double benign = scores.subList(30, 300).stream().mapToDouble(Score::p).min().orElseThrow();
        assertThat(scores.subList(305, 330))
                .allSatisfy(
                        s -> {
                            assertThat(s.p()).isLessThan(benign);
                            assertThat(s.anomalous()).isTrue();
                        });
    }

    @Test
    void scoresAreConsistentWithEachOther() {
        for (Sequence sequence : withScan()) {
            Score score = scorer.score(sequence);
            assertThat(score.p()).isGreaterThan(0).isLessThanOrEqualTo(1);
            assertThat(score.recordScore()).isBetween(0.0, 100.0);
            assertThat(score.anomalous()).isEqualTo(score.p() < MODEL.threshold());
            assertThat(score.length()).isEqualTo(sequence.length());
        }
    }

    @Test
    void scoreDoesNotDependOnWhatWasScoredBefore() {
        List<Sequence> sequences = withScan();
        List<Score> inOrder = sequences.stream().map(scorer::score).toList();
        for (int i = sequences.size() - 1; i >= 0; i -= 7) {
            assertThat(MODEL.newScorer().score(sequences.get(i))).isEqualTo(inOrder.get(i));
            assertThat(scorer.score(sequences.get(i))).isEqualTo(inOrder.get(i));
        }
    }

    @Test
    void contributionsSumToOneLargestFirst() {
        for (Sequence sequence : withScan()) {
            List<FeatureContribution> features = scorer.explain(sequence).features();
            assertThat(features).hasSize(60);
            assertThat(features.stream().mapToDouble(FeatureContribution::contribution).sum())
                    .isCloseTo(1, within(1e-9));
            assertThat(features)
                    .isSortedAccordingTo(
                            (a, b) -> Double.compare(b.contribution(), a.contribution()));
        }
    }

    @Test
    void explanationNamesWhatWasChanged() {
        List<Conn> flows = new ArrayList<>(Flows.site(300, 2));
        Conn last = flows.get(299);
        flows.set(299, last.toBuilder().origBytes(50_000_000L).build());
        List<Sequence> sequences = Destinations.sequences(flows);

        FeatureContribution first = scorer.explain(sequences.get(299)).features().get(0);

        assertThat(first.feature()).isEqualTo("orig_bytes");
        assertThat(first.unit()).isEqualTo("bytes");
        assertThat(first.actual()).isCloseTo(5e7, within(100.0));
        assertThat(first.typical()).isBetween(250.0, 350.0);
    }

    @Test
    void refusesSequencesOfAnotherProfile() {
        Sequence other = new Sequence("argus-v1", 41, new float[41], List.of("1"), 0, 0);
        assertThatThrownBy(() -> scorer.score(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("argus-v1")
                .hasMessageContaining("zeek-conn-v1");
    }
}
