// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talon.ctalvae.feature.FeatureProfile;
import io.talon.ctalvae.feature.FeatureProfiles;
import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.sequence.Sequence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AttackTypesTest {
    private static final FeatureProfile PROFILE = FeatureProfiles.ZEEK_CONN_V1;
    private static final Normaliser SITE = site();

    private final Random random = new Random(3);

    private static Normaliser site() {
        float[] scale = new float[PROFILE.width()];
        Arrays.fill(scale, 0.5f);
        return new Normaliser(new float[PROFILE.width()], scale);
    }

    /** Two flows in which one feature stands out, the others are anything. */
    private Sequence anomaly(int feature, double value) {
        float[] values = new float[2 * PROFILE.width()];
        for (int i = 0; i < values.length; i++) {
            values[i] = 0.2f * (float) random.nextGaussian();
        }
        values[feature] = (float) value;
        values[PROFILE.width() + feature] = (float) value;
        return new Sequence(PROFILE.id(), PROFILE.width(), values, List.of("C1", "C2"), 0, 1);
    }

    private List<Example> examples(String type, int feature, double value, int count) {
        List<Example> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(new Example(type, "site " + i % 4, place(feature, value)));
        }
        return all;
    }

    private float[] place(int feature, double value) {
        return TypePlace.of(SITE, anomaly(feature, value));
    }

    private AttackTypes learnt() {
        List<Example> all = new ArrayList<>(examples("much sent", 1, 4, 200));
        all.addAll(examples("many ports", 50, 4, 200));
        return AttackTypes.learn(all, 0.05);
    }

    @Test
    void anAnomalyIsNamedAfterTheKindItResembles() {
        AttackTypes types = learnt();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            names.add(types.match(place(50, 4)).name());
        }
        assertThat(names).doesNotContain("much sent");
        assertThat(names.stream().filter("many ports"::equals)).hasSizeGreaterThan(85);
    }

    @Test
    void whatResemblesNoKindIsUnknown() {
        AttackTypes types = learnt();
        for (int i = 0; i < 50; i++) {
            TypeMatch match = types.match(place(20, 4));
            assertThat(match.name()).isEqualTo(TypeMatch.UNKNOWN);
            assertThat(match.type()).isEmpty();
            assertThat(match.p()).isLessThanOrEqualTo(0.05);
        }
    }

    @Test
    void moreAndLessOfTheSameFeatureAreDifferentKinds() {
        List<Example> all = new ArrayList<>(examples("more", 1, 4, 60));
        all.addAll(examples("less", 1, -4, 60));
        AttackTypes types = AttackTypes.learn(all, 0.05);
        assertThat(types.match(place(1, -4)).nearest()).isEqualTo("less");
    }

    /** Feature 3 varies much within both kinds: being far off in it says nothing. */
    @Test
    void whatDiffersWithinKindsDoesNotTellThemApart() {
        List<Example> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            double noise = 4 * random.nextGaussian();
            all.add(new Example("a", "site " + i % 4, varied(1, noise)));
            all.add(new Example("b", "site " + i % 4, varied(2, -noise)));
        }
        AttackTypes types = AttackTypes.learn(all, 0.05);
        for (double noise : new double[] {-9, 0, 9}) {
            assertThat(types.match(varied(1, noise)).nearest()).isEqualTo("a");
            assertThat(types.match(varied(2, noise)).nearest()).isEqualTo("b");
        }
    }

    private float[] varied(int feature, double noise) {
        Sequence anomaly = anomaly(feature, 1);
        float[] values = new float[2 * PROFILE.width()];
        anomaly.copyTo(values);
        values[3] = (float) noise;
        values[PROFILE.width() + 3] = (float) noise;
        return TypePlace.of(
                SITE,
                new Sequence(PROFILE.id(), PROFILE.width(), values, List.of("C1", "C2"), 0, 1));
    }

    @Test
    void aPlaceIsMeanAndLastFlowInTheSitesUnits() {
        float[] values = new float[2 * PROFILE.width()];
        values[0] = 1;
        values[PROFILE.width()] = 2;
        values[1] = Float.NaN;
        float[] place =
                TypePlace.of(
                        SITE,
                        new Sequence(
                                PROFILE.id(), PROFILE.width(), values, List.of("A", "B"), 0, 1));
        assertThat(place).hasSize(2 * PROFILE.width());
        assertThat(place[0]).isEqualTo((float) Math.log1p(3));
        assertThat(place[PROFILE.width()]).isEqualTo((float) Math.log1p(4));
        assertThat(place[1]).isZero();
    }

    @Test
    void tooFewExamplesAreRefusedByNumber() {
        assertThatThrownBy(() -> AttackTypes.learn(examples("rare", 1, 4, 18), 0.05))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rare has 18 examples; 19 are needed");
    }

    @Test
    void examplesOfOneSiteAreRefused() {
        List<Example> all =
                examples("much sent", 1, 4, 30).stream()
                        .map(e -> new Example(e.type(), "only", e.place()))
                        .toList();
        assertThatThrownBy(() -> AttackTypes.learn(all, 0.05))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two sites or more, found [only]");
    }

    @Test
    void aFileGivesBackWhatWasWritten() throws IOException {
        KnownAttacks known = new KnownAttacks(PROFILE, learnt());

        KnownAttacks read = KnownAttacks.read(known.bytes());

        assertThat(read.bytes()).isEqualTo(known.bytes());
        Sequence anomaly = anomaly(50, 4);
        assertThat(read.nearest(SITE, anomaly)).isEqualTo(known.nearest(SITE, anomaly));
    }

    @Test
    void aFileOfAnotherProfileIsRefused() {
        byte[] bytes = "{\"profile_hash\":\"f00\"}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> KnownAttacks.read(bytes))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("f00");
    }
}
