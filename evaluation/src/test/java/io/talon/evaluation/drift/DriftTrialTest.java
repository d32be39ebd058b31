// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.simulator.site.SiteKind;
import io.talon.zeek.Conn;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DriftTrialTest {

    @Test
    void poisonGrowsTenThousandfoldAndABenignChangeTwofold() {
        Conn flow =
                Conn.builder()
                        .uid("C1")
                        .tsMicros(0)
                        .durationMicros(1_000_000L)
                        .origH("10.0.0.1")
                        .origP(1)
                        .respH("10.0.0.2")
                        .respP(2)
                        .proto("tcp")
                        .service(List.of())
                        .origBytes(10L)
                        .respBytes(10L)
                        .build();
        assertThat(Change.POISONED.applied(flow, 1).origBytes()).isEqualTo(100_000);
        assertThat(Change.POISONED.applied(flow, 0).origBytes()).isEqualTo(10);
        assertThat(Change.GRADUAL.applied(flow, Change.GRADUAL.share(0.5)).origBytes())
                .isEqualTo(20);
        assertThat(Change.NONE.applied(flow, 0)).isEqualTo(flow);
    }

    @Test
    void aFrozenSiteIsFollowedTheSameEveryTime() {
        DriftTrial trial = new DriftTrial(SiteKind.SENSORS, 7, Change.SUDDEN, 30);
        Map<String, Double> first = trial.follow(Follower.FROZEN);
        assertThat(trial.follow(Follower.FROZEN)).isEqualTo(first);
        assertThat(first.get("false alarms before")).isBetween(0.0, 0.5);
        assertThat(first.get("refused")).isZero();
    }
}
