// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.online;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.ctalvae.Flows;
import io.talon.ctalvae.TrainedModel;
import io.talon.ctalvae.adapt.AdaptationException;
import io.talon.ctalvae.adapt.SiteTeacher;
import io.talon.ctalvae.calibrate.Calibration;
import io.talon.ctalvae.calibrate.ThresholdRule;
import io.talon.ctalvae.drift.DriftOptions;
import io.talon.ctalvae.drift.DriftPhase;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.model.SiteParts;
import io.talon.ctalvae.sequence.Destinations;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.ctalvae.train.AdaptationOptions;
import io.talon.ctalvae.train.TrainingProgress;
import io.talon.zeek.Conn;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnlineSiteTest {
    private static final List<Sequence> BENIGN = Destinations.sequences(Flows.site(400, 4));
    private static final List<Sequence> SCAN =
            Destinations.sequences(Flows.scan(30, 1_900_000_000));
    private static final SiteModel SITE = calibrated();

    private static SiteModel calibrated() {
        SiteModel model = TrainedModel.model();
        try {
            SiteParts parts =
                    new SiteTeacher(model, AdaptationOptions.defaults(), ThresholdRule.defaults())
                            .teach(List.of(), List.of(), BENIGN, TrainingProgress.SILENT);
            return model.withSite(parts);
        } catch (AdaptationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OnlineSite site(OnlineOptions options) {
        return new OnlineSite(SITE, BENIGN, SCAN, DriftOptions.of(1_000), options);
    }

    /** The usual traffic, answers longer by a factor. */
    private static List<Sequence> traffic(int flows, double factor, long seed) {
        List<Conn> changed = new ArrayList<>();
        for (Conn flow : Flows.site(flows, seed)) {
            long more = (long) (flow.respBytes() * (factor - 1));
            changed.add(
                    flow.toBuilder()
                            .respBytes(flow.respBytes() + more)
                            .respIpBytes(flow.respIpBytes() + more)
                            .build());
        }
        return Destinations.sequences(changed);
    }

    private static long alarms(OnlineSite site, List<Sequence> traffic) {
        return traffic.stream().filter(s -> site.observe(s).anomalous()).count();
    }

    @Test
    void withoutClocksNothingIsLearnt() {
        OnlineSite site = site(OnlineOptions.defaults().withClocks(0, 0, 0));
        alarms(site, traffic(1_500, 1.1, 8));
        assertThat(site.model()).isSameAs(SITE);
    }

    @Test
    void theClocksFollowTrafficThatGrowsSlowly() {
        OnlineSite frozen = site(OnlineOptions.defaults().withClocks(0, 0, 0));
        OnlineSite followed = site(OnlineOptions.defaults().withClocks(100, 500, 300));
        for (double factor = 1; factor < 1.5; factor += 0.02) {
            alarms(frozen, traffic(120, factor, 11));
            alarms(followed, traffic(120, factor, 11));
        }
        List<Sequence> last = traffic(300, 1.5, 12);
        assertThat(alarms(followed, last)).isLessThanOrEqualTo(alarms(frozen, last));
        assertThat(followed.model()).isNotSameAs(SITE);
        assertThat(followed.model().core()).isSameAs(SITE.core());
        assertThat(SCAN.stream().filter(s -> followed.observe(s).anomalous()).count())
                .isGreaterThan(27);
    }

    @Test
    void whatIsAboveTheThresholdIsNotLearnt() {
        OnlineSite site = site(OnlineOptions.defaults().withClocks(50, 100, 50));
        List<Sequence> flood = Destinations.sequences(Flows.scan(1_500, 1_950_000_000));
        assertThat(alarms(site, flood)).isGreaterThan(1_480);
        assertThat(site.phase()).isNotEqualTo(DriftPhase.STABLE);
        assertThat(site.model()).isSameAs(SITE);
    }

    @Test
    void aSettingThatWouldLoseAKnownAnomalyIsRefused() {
        OnlineSite site = site(OnlineOptions.defaults().withClocks(0, 100, 0));
        // An analyst clears a flood by mistake: the statistics would take it for ordinary.
        Destinations.sequences(Flows.scan(900, 1_950_000_000)).forEach(site::clear);
        alarms(site, traffic(150, 1, 9));
        assertThat(SCAN.stream().filter(s -> site.observe(s).anomalous()).count())
                .isGreaterThan(27);
    }

    /** A site that hardly anything is anomalous to. */
    private static OnlineSite tolerant(OnlineOptions options) {
        SiteParts own = SITE.site();
        Calibration calibration =
                new Calibration(own.calibration().fusion(), own.calibration().probability(), 1e-12);
        SiteParts parts =
                new SiteParts(own.adaptor(), own.normaliser(), calibration, own.maturity());
        SiteModel model = SITE.withSite(parts);
        return new OnlineSite(model, BENIGN, SCAN, DriftOptions.of(1_000), options);
    }

    /** Ordinary flows, all of one client. */
    private static List<Sequence> client(String address, int flows, long seed) {
        return Destinations.sequences(
                Flows.site(flows, seed).stream()
                        .map(flow -> flow.toBuilder().origH(address).build())
                        .toList());
    }

    @Test
    void strangersAreNotLearntFromBelowTheThresholdEither() {
        OnlineSite site = tolerant(OnlineOptions.defaults());
        OnlineSite trusting = tolerant(OnlineOptions.defaults().withStrangers(0));
        List<Sequence> stranger = client("203.0.113.77", 60, 21);
        long below = stranger.stream().filter(s -> !trusting.observe(s).anomalous()).count();
        assertThat(trusting.learnt()).isEqualTo(below).isPositive();
        stranger.forEach(site::observe);
        assertThat(site.learnt()).isZero();
        site.clear(stranger.get(0));
        stranger.forEach(site::observe);
        assertThat(site.learnt()).isGreaterThan(1);
    }
}
