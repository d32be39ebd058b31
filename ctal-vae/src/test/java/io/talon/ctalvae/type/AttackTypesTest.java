// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talon.ctalvae.TrainedModel;
import io.talon.ctalvae.feature.FeatureProfile;
import io.talon.ctalvae.feature.FeatureProfiles;
import io.talon.ctalvae.relation.Relation;
import io.talon.ctalvae.score.Explanation;
import io.talon.ctalvae.score.FeatureContribution;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AttackTypesTest {
    private static final FeatureProfile PROFILE = FeatureProfiles.ZEEK_CONN_V1;
    private static final TypeEmbedding EMBEDDING = new TypeEmbedding(PROFILE, 0.5);

    private final Random random = new Random(3);

    /** An anomaly most of whose score stems from one feature, the rest from any. */
    private Explanation anomaly(int feature, boolean above) {
        double[] shares = new double[PROFILE.width()];
        double sum = 0;
        for (int f = 0; f < shares.length; f++) {
            shares[f] = f == feature ? 30 : random.nextDouble();
            sum += shares[f];
        }
        List<FeatureContribution> all = new ArrayList<>();
        for (int f = 0; f < shares.length; f++) {
            String name = PROFILE.features().get(f).name();
            all.add(new FeatureContribution(name, "1", above ? 2 : 0, 1, shares[f] / sum));
        }
        all.sort(Comparator.comparingDouble(FeatureContribution::contribution).reversed());
        return new Explanation(all, new float[] {1, (float) random.nextGaussian()});
    }

    private List<List<float[]>> examples(int feature, boolean above, int count) {
        return List.of(Stream.generate(() -> embedded(feature, above)).limit(count).toList());
    }

    private float[] embedded(int feature, boolean above) {
        return EMBEDDING.of(anomaly(feature, above));
    }

    private AttackTypes learnt() {
        return AttackTypes.learn(
                Map.of("much sent", examples(1, true, 60), "many ports", examples(50, true, 60)),
                0.05);
    }

    @Test
    void anAnomalyIsNamedAfterTheKindItResembles() {
        AttackTypes types = learnt();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            names.add(types.match(embedded(50, true)).name());
        }
        assertThat(names).doesNotContain("much sent");
        assertThat(names.stream().filter("many ports"::equals)).hasSizeGreaterThan(85);
    }

    @Test
    void whatResemblesNoKindIsUnknown() {
        AttackTypes types = learnt();
        for (int i = 0; i < 50; i++) {
            TypeMatch match = types.match(embedded(20, true));
            assertThat(match.name()).isEqualTo(TypeMatch.UNKNOWN);
            assertThat(match.type()).isEmpty();
            assertThat(match.p()).isLessThanOrEqualTo(0.05);
        }
    }

    @Test
    void moreAndLessOfTheSameFeatureAreDifferentKinds() {
        AttackTypes types =
                AttackTypes.learn(
                        Map.of("more", examples(1, true, 60), "less", examples(1, false, 60)),
                        0.05);
        assertThat(types.match(embedded(1, false)).nearest()).isEqualTo("less");
    }

    @Test
    void embeddingsHaveLengthOne() {
        float[] embedding = EMBEDDING.of(anomaly(4, true));
        double squares = 0;
        for (float v : embedding) {
            squares += v * v;
        }
        assertThat(squares).isBetween(0.9999, 1.0001);
        assertThat(embedding).hasSize(2 + PROFILE.width() + Relation.values().length);
    }

    @Test
    void tooFewExamplesAreRefusedByNumber() {
        assertThatThrownBy(() -> AttackTypes.learn(Map.of("rare", examples(1, true, 18)), 0.05))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rare has 18 examples; 19 are needed");
    }

    @Test
    void aFileGivesBackWhatWasWritten() throws IOException {
        KnownAttacks known = new KnownAttacks(PROFILE, "abc", 0.5, learnt());

        KnownAttacks read = KnownAttacks.read(known.bytes());

        assertThat(read.bytes()).isEqualTo(known.bytes());
        assertThat(read.modelSha256()).isEqualTo("abc");
        Explanation anomaly = anomaly(50, true);
        assertThat(read.nearest(anomaly)).isEqualTo(known.nearest(anomaly));
    }

    @Test
    void aFileOfAnotherProfileIsRefused() {
        byte[] bytes = "{\"profile_hash\":\"f00\"}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> KnownAttacks.read(bytes))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("f00");
    }

    @Test
    void whatShipsIsOnlyUsedWithItsModel() {
        assertThat(KnownAttacks.shippedFor(TrainedModel.model())).isEmpty();
    }
}
