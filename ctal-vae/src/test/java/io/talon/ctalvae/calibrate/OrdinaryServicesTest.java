// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talon.ctalvae.model.ServiceRanges;
import io.talon.ctalvae.sequence.Exchange;
import io.talon.ctalvae.sequence.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrdinaryServicesTest {
    private static final int SERVER = 11;
    private static final int OTHER = 12;

    private static Exchange exchange(int responder, int port) {
        return new Exchange(1, responder, 0, port, 0, 0, 0, 0, 0);
    }

    private static Sequence flow(int responder, int port, float value) {
        return new Sequence(
                "test", 1, new float[] {value}, List.of("C1"), 0, 0, exchange(responder, port));
    }

    /** 100 flows to port 80 of one server, 0 to 99; 20 to port 80 of another; 30 to port 53. */
    private static ServiceRanges ranges() {
        List<Sequence> flows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            flows.add(flow(SERVER, 80, i));
        }
        for (int i = 0; i < 20; i++) {
            flows.add(flow(OTHER, 80, 1_000));
        }
        for (int i = 0; i < 30; i++) {
            flows.add(flow(OTHER, 53, -7));
        }
        return OrdinaryServices.of(flows);
    }

    private static float[] of(ServiceRanges ranges, Exchange exchange) {
        int group = ranges.group(exchange);
        return new float[] {ranges.low()[group], ranges.typical(group, 0), ranges.high()[group]};
    }

    @Test
    void aServiceHasBoundsThatOneInAHundredPassesOnEitherSide() {
        assertThat(of(ranges(), exchange(SERVER, 80))).containsExactly(0.99f, 49.5f, 98.01f);
        assertThat(of(ranges(), exchange(OTHER, 53))).containsExactly(-7, -7, -7);
    }

    @Test
    void aServiceOfFewFlowsIsHeldToItsPortAndAPortOfFewToTheSite() {
        float[] port = of(ranges(), exchange(OTHER, 80));
        assertThat(port[2]).isEqualTo(1_000);
        assertThat(port[0]).isBetween(0f, 2f);
        assertThat(of(ranges(), exchange(99, 80))).containsExactly(port);
        float[] site = of(ranges(), null);
        assertThat(site[0]).isEqualTo(-7);
        assertThat(of(ranges(), exchange(SERVER, 443))).containsExactly(site);
    }

    @Test
    void onlyTheLargestServicesHaveBoundsOfTheirOwn() {
        List<Sequence> flows = new ArrayList<>();
        for (int port = 1; port <= 100; port++) {
            for (int i = 0; i < 30 + port; i++) {
                flows.add(flow(SERVER, port, port));
            }
        }
        ServiceRanges ranges = OrdinaryServices.of(flows);
        assertThat(ranges.keys()).hasSize(65);
        assertThat(of(ranges, exchange(SERVER, 100))).containsExactly(100, 100, 100);
        assertThat(ranges.group(exchange(SERVER, 1))).isZero();
    }

    @Test
    void flowsOfUnknownExchangesHaveTheSitesBoundsAlone() {
        ServiceRanges ranges =
                OrdinaryServices.of(
                        List.of(new Sequence("test", 1, new float[] {3}, List.of("C1"), 0, 0)));
        assertThat(ranges.keys()).containsExactly(0);
        assertThat(ranges.typical(0, 0)).isEqualTo(3);
    }

    @Test
    void boundsThatAreNoneAreRefused() {
        float[] site = {0};
        assertThatThrownBy(
                        () ->
                                new ServiceRanges(
                                        site, new float[] {2}, new float[] {1}, new float[] {3}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("typical is 1.0 of 2.0 to 3.0");
        assertThatThrownBy(
                        () ->
                                new ServiceRanges(
                                        new float[] {3, 2},
                                        new float[2],
                                        new float[2],
                                        new float[2]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                new ServiceRanges(
                                        new float[] {0, 5, 5},
                                        new float[3],
                                        new float[3],
                                        new float[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("service 5.0 after 5.0");
    }
}
