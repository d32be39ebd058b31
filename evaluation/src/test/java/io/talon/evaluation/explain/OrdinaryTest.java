// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.talon.ctalvae.feature.FeatureProfiles;
import io.talon.ctalvae.score.FeatureContribution;
import io.talon.ctalvae.sequence.Destinations;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.zeek.Conn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrdinaryTest {
    private static final long SECOND = 1_000_000;

    private final Destinations destinations = new Destinations();
    private long now;

    private Conn.Builder flow(int number) {
        now += 60 * SECOND;
        return Conn.builder()
                .uid("C" + number)
                .tsMicros(now)
                .durationMicros(SECOND)
                .origH("10.0.0." + number % 3)
                .origP(40_000)
                .respH("10.0.1.1")
                .respP(443)
                .proto("tcp")
                .connState("SF")
                .history("ShADadFf")
                .service(List.of("ssl"))
                .origBytes(500L + number % 20)
                .respBytes(3_000L + number % 50)
                .origPkts(8L)
                .respPkts(9L)
                .origIpBytes(900L)
                .respIpBytes(3_500L);
    }

    private Ordinary ordinary() {
        List<Sequence> benign = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            benign.add(destinations.append(flow(i).build()));
        }
        return new Ordinary(FeatureProfiles.ZEEK_CONN_V1, benign);
    }

    @Test
    void aFlowLikeTheOthersDiffersInNothing() {
        Ordinary ordinary = ordinary();
        assertThat(ordinary.differences(destinations.append(flow(300).build()))).isEmpty();
    }

    @Test
    void aFlowDiffersInWhatWasChangedAndInNothingElse() {
        Ordinary ordinary = ordinary();
        Sequence large = destinations.append(flow(300).origBytes(5_000_000L).build());
        assertThat(ordinary.differences(large)).containsExactly("orig_bytes");
    }

    @Test
    void aStrangerDiffersInWhoItIs() {
        Ordinary ordinary = ordinary();
        Sequence stranger = destinations.append(flow(300).origH("10.9.9.9").build());
        assertThat(ordinary.differences(stranger)).contains("client_seen").doesNotContain("gap");
    }

    @Test
    void theThreeLargestContributionsCount() {
        Tally tally = new Tally(FeatureProfiles.ZEEK_CONN_V1.width());
        tally.add(contributions("gap", "rate", "client_seen", "duration"), Set.of("duration"));
        tally.add(contributions("gap", "client_seen", "rate", "duration"), Set.of("rate"));
        Map<String, Double> measures = new LinkedHashMap<>();
        tally.into(measures, "x");
        assertThat(measures)
                .containsEntry("x alerts", 2.0)
                .containsEntry("x top 3", 0.5)
                .containsEntry("x first", 0.0)
                .containsEntry("x top 3 features", 1.0)
                .containsEntry("x feature differs", 1.0)
                .containsEntry("x differs in rate", 0.5);
        assertThat(measures.get("x share")).isCloseTo(0.15, within(1e-9));
    }

    private static List<FeatureContribution> contributions(String... names) {
        List<FeatureContribution> all = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            all.add(new FeatureContribution(names[i], "1", 1, 0, 0.4 - 0.1 * i));
        }
        return all;
    }

    @Test
    void chanceIsThatOfADrawWithoutReplacement() {
        assertThat(Tally.chance(1, 10)).isCloseTo(0.3, within(1e-12));
        assertThat(Tally.chance(10, 10)).isEqualTo(1);
        assertThat(Tally.chance(0, 10)).isZero();
    }
}
