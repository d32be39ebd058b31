// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.width;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.talon.ctalvae.sequence.Sequence;
import io.talon.evaluation.TestData;
import io.talon.evaluation.paper.CsvCapture;
import io.talon.evaluation.paper.Exporter;
import io.talon.evaluation.protocol.Capture;
import io.talon.evaluation.protocol.Captures;
import io.talon.evaluation.protocol.Kind;
import io.talon.zeek.Conn;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class WidthTest {
    private static Capture zeek() {
        Conn flow =
                Conn.builder()
                        .uid("C1")
                        .tsMicros(1_700_000_000_000_000L)
                        .durationMicros(2_000_000L)
                        .origH("10.0.0.1")
                        .origP(40_000)
                        .respH("10.0.0.2")
                        .respP(8080)
                        .proto("tcp")
                        .service(List.of())
                        .connState("SF")
                        .history("ShADadFf")
                        .origBytes(100L)
                        .respBytes(900L)
                        .origPkts(4L)
                        .respPkts(6L)
                        .origIpBytes(300L)
                        .respIpBytes(1_200L)
                        .label("Benign")
                        .build();
        return Captures.of("one", List.of(flow));
    }

    @Test
    void sharedFeaturesAreComputedFromWhatTheExporterSays() {
        Sequence flow = Width.SHARED.applied(zeek()).flows().get(0).sequence();
        assertThat(flow.width()).isEqualTo(23);
        assertThat(flow.value(0, 0)).isCloseTo((float) Math.log1p(2_000), within(1e-4f));
        assertThat(flow.value(0, 10)).isCloseTo((float) Math.log1p(750), within(1e-4f));
        assertThat(flow.value(0, 12)).isCloseTo((float) Math.log1p(1_500), within(1e-4f));
        assertThat(flow.value(0, 17)).isEqualTo(1);
        assertThat(flow.value(0, 21)).isZero();
        assertThat(flow.value(0, 22)).isEqualTo(1);
    }

    @Test
    void withoutPortsNothingTellsThePort() {
        assertThat(Width.SHARED_NO_PORTS.of(zeek())).isEqualTo(21);
        assertThat(Width.OWN.of(zeek()) - Width.OWN_NO_PORTS.of(zeek())).isEqualTo(2);
    }

    @Test
    void argusGivesTheSame23() throws IOException {
        Capture argus =
                CsvCapture.read(
                                "argus",
                                TestData.require("argus/wustl-iiot-2021-first999.csv"),
                                Exporter.ARGUS,
                                Kind.UNLABELLED,
                                50)
                        .capture();
        Sequence flow = Width.SHARED.applied(argus).flows().get(10).sequence();
        assertThat(flow.width()).isEqualTo(23);
        assertThat(Float.isNaN(flow.value(0, 10))).isFalse();
        assertThat(Width.OWN.of(argus)).isEqualTo(41);
        assertThat(Width.OWN_NO_PORTS.of(argus)).isEqualTo(39);
    }
}
