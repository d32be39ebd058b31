// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.alert.v1.Alert;
import io.talon.alert.v1.Episode;
import io.talon.anomaly.v1.Anomaly;
import io.talon.job.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class EpisodesTest {

    private static final Instant START = Instant.parse("2026-11-23T18:00:00Z");

    private final List<Alert> alerts = new ArrayList<>();
    private final Episodes episodes =
            new Episodes(
                    new EpisodeRules(
                            Duration.ofMinutes(30), Duration.ofHours(24), Duration.ofMinutes(10)));
    private Episode open;

    @Test
    void firstAnomalySpeaksAtOnceAndThoseThatFollowAreCounted() {
        for (int minute = 0; minute < 9; minute++) {
            take("C" + minute, minute, 60);
        }

        assertThat(alerts).extracting(Alert::getStep).containsExactly("opened");
        assertThat(open.getCount()).isEqualTo(9);
        assertThat(open.getUids()).hasSize(9).startsWith("C0").endsWith("C8");
    }

    @Test
    void higherSeveritySpeaksAgainAndEachOnlyOnce() {
        take("C0", 0, 40);
        take("C1", 1, 60);
        take("C2", 2, 95);
        take("C3", 3, 80);
        take("C4", 4, 99);

        assertThat(alerts)
                .extracting(Alert::getStep)
                .containsExactly("opened", "escalated", "escalated");
        assertThat(alerts).extracting(Alert::getGroupId).containsOnly(alerts.get(0).getId());
        assertThat(alerts).extracting(Alert::getCount).containsExactly(1L, 2L, 3L);
    }

    @Test
    void growthIsToldAtPowersOfTen() {
        for (int i = 0; i < 1000; i++) {
            take("C" + i, 0, 60);
        }

        assertThat(alerts)
                .extracting(a -> a.getStep() + " " + a.getCount())
                .containsExactly("opened 1", "updated 10", "updated 100", "updated 1000");
        assertThat(alerts.get(3).getUids()).hasSize(50).contains("C0", "C49");
    }

    @Test
    void silenceEndsAnEpisodeAndTheNextAnomalyIsANewOne() {
        take("C0", 0, 60);
        take("C1", 30, 60);
        take("C2", 61, 60);

        assertThat(alerts)
                .extracting(a -> a.getStep() + " " + a.getCount())
                .containsExactly("opened 1", "closed 2", "opened 1");
        assertThat(alerts.get(2).getGroupId()).isNotEqualTo(alerts.get(0).getGroupId());
    }

    @Test
    void episodeThatDoesNotEndIsToldAnewAfterADay() {
        for (int minute = 0; minute <= 24 * 60 + 20; minute += 20) {
            take("C" + minute, minute, 60);
        }

        assertThat(alerts).filteredOn(a -> a.getStep().equals("opened")).hasSize(2);
    }

    @Test
    void sameFlowScoredAgainIsNoSecondAnomaly() {
        take("C0", 0, 60);
        take("C0", 1, 60);

        assertThat(open.getCount()).isEqualTo(1);
    }

    @Test
    void sameAnomaliesMakeTheSameAlertsWithIdsOfTheirOwn() {
        for (int i = 0; i < 200; i++) {
            take("C" + i, i * 7 % 50, 40 + i % 60);
        }
        List<Alert> first = List.copyOf(alerts);
        alerts.clear();
        open = null;
        for (int i = 0; i < 200; i++) {
            take("C" + i, i * 7 % 50, 40 + i % 60);
        }

        assertThat(alerts).isEqualTo(first);
        assertThat(new HashSet<>(first.stream().map(Alert::getId).toList())).hasSize(first.size());
    }

    @Test
    void closingIsToldOnceAndAgainOnlyIfALateAnomalyJoined() {
        take("C0", 0, 60);
        take("C1", 1, 60);
        episodes.close(open, "acme", "plant-7", "203.0.113.9", alerts::add);
        episodes.close(open, "acme", "plant-7", "203.0.113.9", alerts::add);
        take("C2", 2, 60);
        episodes.close(open, "acme", "plant-7", "203.0.113.9", alerts::add);

        assertThat(alerts)
                .extracting(a -> a.getStep() + " " + a.getCount())
                .containsExactly("opened 1", "closed 2", "closed 3");
    }

    private void take(String uid, int minute, double score) {
        Anomaly anomaly =
                Samples.anomaly(
                        Samples.flow(uid, START.plus(Duration.ofMinutes(minute))), List.of());
        anomaly.getScore().setRecordScore(score);
        open = episodes.take(open, anomaly, null, alerts::add);
    }
}
