// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.simulator.site.SiteKind;
import io.talon.zeek.Conn;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DriftTrialTest {

    private static Conn flow(String from, String to) {
        return Conn.builder()
                .uid("C1")
                .tsMicros(0)
                .durationMicros(1_000_000L)
                .origH(from)
                .origP(1)
                .respH(to)
                .respP(2)
                .proto("tcp")
                .service(List.of())
                .origBytes(10L)
                .respBytes(10L)
                .build();
    }

    @Test
    void aSwellingGrowsTenThousandfoldAndFirmwareSendsFourTimesAsMuch() {
        Conn flow = flow("10.0.0.1", "10.0.0.2");
        assertThat(Change.SWELLING.applied(flow, 1).origBytes()).isEqualTo(100_000);
        assertThat(Change.SWELLING.applied(flow, 0).origBytes()).isEqualTo(10);
        assertThat(Change.FIRMWARE.applied(flow, 0.5).origBytes()).isEqualTo(40);
        assertThat(Change.NONE.applied(flow, 0)).isEqualTo(flow);
    }

    @Test
    void firmwareComesToOneDeviceAfterTheOther() {
        List<Conn> devices =
                IntStream.range(0, 200).mapToObj(i -> flow("10.0.1." + i, "10.0.0.2")).toList();
        long half = devices.stream().filter(c -> Change.FIRMWARE.concerns(c, "", 0.5)).count();
        assertThat(half).isBetween(50L, 150L);
        assertThat(devices).allMatch(c -> Change.FIRMWARE.concerns(c, "", 1));
        assertThat(devices).noneMatch(c -> Change.FIRMWARE.concerns(c, "", 0));
        assertThat(devices)
                .allSatisfy(
                        c -> {
                            if (Change.FIRMWARE.concerns(c, "", 0.5)) {
                                assertThat(Change.FIRMWARE.concerns(c, "", 0.7)).isTrue();
                            }
                        });
    }

    @Test
    void onlyWhatGoesToTheChosenServerSwells() {
        assertThat(Change.SWELLING.concerns(flow("10.0.0.1", "10.0.0.2"), "10.0.0.2", 1)).isTrue();
        assertThat(Change.SWELLING.concerns(flow("10.0.0.1", "10.0.0.3"), "10.0.0.2", 1)).isFalse();
    }

    @Test
    void aStrangerIsAnAttackFromTheStartAndASwellingFromAThousandfoldOn() {
        assertThat(Change.STRANGER.isAttack(0.01)).isTrue();
        assertThat(Change.SWELLING.isAttack(0.7)).isFalse();
        assertThat(Change.SWELLING.isAttack(0.8)).isTrue();
        assertThat(Change.REPLACED.isAttack(1)).isFalse();
        assertThat(Change.STRANGER.applied(flow("10.0.0.1", "10.0.0.2"), 1).origH())
                .isNotEqualTo("10.0.0.1");
    }

    @Test
    void aFrozenSiteIsFollowedTheSameEveryTime() {
        DriftTrial trial = new DriftTrial(SiteKind.SENSORS, 7, Change.REPLACED, 700);
        Map<String, Double> first = trial.follow(Follower.FROZEN);
        assertThat(trial.follow(Follower.FROZEN)).isEqualTo(first);
        assertThat(first.get("false alarms before")).isBetween(0.0, 0.5);
        assertThat(first.get("refused")).isZero();
    }
}
