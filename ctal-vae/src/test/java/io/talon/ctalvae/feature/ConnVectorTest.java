// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.talon.ctalvae.Flows;
import io.talon.zeek.Conn;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnVectorTest {
    private static final ConnHistory HISTORY = new ConnHistory(2000, 0.5, 0.25, 0.1);
    private static final FeatureProfile PROFILE = FeatureProfiles.ZEEK_CONN_V1;

    private static float value(Conn flow, ConnHistory history, String feature) {
        float[] vector = new float[ConnVector.WIDTH];
        ConnVector.write(flow, history, vector, 0);
        List<String> names = PROFILE.features().stream().map(Feature::name).toList();
        return vector[names.indexOf(feature)];
    }

    private static float value(Conn flow, String feature) {
        return value(flow, HISTORY, feature);
    }

    @Test
    void everyValueStandsUnderItsName() {
        Conn flow = Flows.http("C1", 100).missedBytes(9).build();

        assertThat(value(flow, "duration")).isEqualTo((float) Math.log1p(500));
        assertThat(value(flow, "orig_bytes")).isEqualTo((float) Math.log1p(300));
        assertThat(value(flow, "resp_bytes")).isEqualTo((float) Math.log1p(1500));
        assertThat(value(flow, "orig_pkts")).isEqualTo((float) Math.log1p(6));
        assertThat(value(flow, "resp_pkts")).isEqualTo((float) Math.log1p(5));
        assertThat(value(flow, "orig_ip_bytes")).isEqualTo((float) Math.log1p(612));
        assertThat(value(flow, "resp_ip_bytes")).isEqualTo((float) Math.log1p(1760));
        assertThat(value(flow, "gap")).isEqualTo((float) Math.log1p(2000));
        assertThat(value(flow, "orig_bytes_per_pkt")).isEqualTo((float) Math.log1p(102));
        assertThat(value(flow, "resp_bytes_per_pkt")).isEqualTo((float) Math.log1p(352));
        assertThat(value(flow, "rate")).isCloseTo((float) Math.log1p(2372 / 0.5), within(1e-6f));
        assertThat(value(flow, "duration_missing")).isZero();
        assertThat(value(flow, "ip_bytes_balance")).isCloseTo(-1148f / 2373, within(1e-6f));
        assertThat(value(flow, "pkts_balance")).isCloseTo(1f / 12, within(1e-6f));
        assertThat(value(flow, "missed_bytes")).isOne();
        assertThat(value(flow, "proto.tcp")).isOne();
        assertThat(value(flow, "proto.udp")).isZero();
        assertThat(value(flow, "conn_state.SF")).isOne();
        assertThat(value(flow, "conn_state.S0")).isZero();
        assertThat(value(flow, "service.http")).isOne();
        assertThat(value(flow, "service.none")).isZero();
        assertThat(value(flow, "history.S")).isEqualTo((float) Math.log1p(1));
        assertThat(value(flow, "history.^")).isZero();
        assertThat(value(flow, "port.system")).isOne();
        assertThat(value(flow, "port.registered")).isZero();
        assertThat(value(flow, "gap_change")).isEqualTo(0.5f);
        assertThat(value(flow, "resp_ports")).isEqualTo(0.25f);
        assertThat(value(flow, "failed_share")).isEqualTo(0.1f);
        assertThat(value(flow, "answered")).isOne();
        assertThat(value(flow, "payload_sides")).isEqualTo(2);
    }

    @Test
    void absentIsMissingNotZero() {
        Conn flow = Flows.scan(1, 100).get(0).toBuilder().origPkts(null).build();

        assertThat(value(flow, "duration")).isNaN();
        assertThat(value(flow, "duration_missing")).isOne();
        assertThat(value(flow, "orig_bytes")).isNaN();
        assertThat(value(flow, "orig_pkts")).isNaN();
        assertThat(value(flow, "orig_bytes_per_pkt")).isNaN();
        assertThat(value(flow, "pkts_balance")).isNaN();
        assertThat(value(flow, "rate")).isNaN();
        assertThat(value(flow, "resp_pkts")).isZero();
        assertThat(value(flow, "service.none")).isOne();
    }

    @Test
    void firstFlowOfADestinationHasAGapOfADay() {
        ConnHistory first = new ConnHistory(Double.NaN, Double.NaN, 0, 0);
        assertThat(value(Flows.http("C1", 100).build(), first, "gap"))
                .isEqualTo((float) Math.log1p(86_400_000));
        assertThat(value(Flows.http("C1", 100).build(), first, "gap_change")).isNaN();
    }

    @Test
    void unknownWordsOfZeekLeaveTheirFeaturesAtZero() {
        Conn flow =
                Flows.http("C1", 1)
                        .proto("unknown_transport")
                        .connState(null)
                        .history(null)
                        .service(List.of("quic"))
                        .build();
        float[] vector = new float[ConnVector.WIDTH];
        ConnVector.write(flow, HISTORY, vector, 0);
        for (int i = 0; i < vector.length; i++) {
            String name = PROFILE.features().get(i).name();
            if (name.startsWith("proto.")
                    || name.startsWith("conn_state.")
                    || name.startsWith("service.")
                    || name.startsWith("history.")) {
                assertThat(vector[i]).as(name).isZero();
            }
        }
    }

    @Test
    void noAddressLabelOrClockIsAFeature() {
        Conn flow = Flows.http("C1", 100).build();
        Conn elsewhere =
                flow.toBuilder()
                        .uid("Other")
                        .tsMicros(flow.tsMicros() + 987_654_321_000L)
                        .origH("2001:db8::9")
                        .respH("203.0.113.200")
                        .origP(1)
                        .origL2Addr("00:00:5e:00:53:01")
                        .respL2Addr("00:00:5e:00:53:02")
                        .vlan(7)
                        .communityId("1:abc")
                        .sensor("elsewhere")
                        .localOrig(true)
                        .localResp(false)
                        .label("Malicious")
                        .detailedLabel("DDoS")
                        .build();
        float[] one = new float[ConnVector.WIDTH];
        float[] other = new float[ConnVector.WIDTH];
        ConnVector.write(flow, HISTORY, one, 0);
        ConnVector.write(elsewhere, HISTORY, other, 0);
        assertThat(other).containsExactly(one);
    }

    @Test
    void profileNeverChanges() {
        assertThat(PROFILE.id()).isEqualTo("zeek-conn-v1");
        assertThat(PROFILE.width()).isEqualTo(60).isEqualTo(ConnVector.WIDTH);
        assertThat(PROFILE.features().stream().map(Feature::name).distinct()).hasSize(60);
        assertThat(PROFILE.hash())
                .isEqualTo("f503adf859d4a0504bf60f607a295ca0991256c6d9f5a483d0e82acbef809646");
    }

    @Test
    void rawValuesAreInTheFeaturesUnit() {
        Feature duration = PROFILE.features().get(0);
        assertThat(duration.unit()).isEqualTo("ms");
        assertThat(duration.raw(value(Flows.http("C1", 100).build(), "duration")))
                .isCloseTo(500, within(1e-3));
        assertThat(duration.raw(Double.NaN)).isNaN();
    }
}
