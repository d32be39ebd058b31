// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.report;

import io.talon.ctalvae.sequence.Destinations;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.zeek.Conn;
import java.util.ArrayList;
import java.util.List;

/**
 * Attacks that every adaptor must still find, whatever it was taught: made up flow by flow, the
 * same for every site, and part of no training. A set of triplets that teaches a site to overlook
 * them is refused (poisoning; MITRE ATLAS AML.T0020).
 */
final class GuardSet {
    private static final long START = 1_767_225_600_000_000L;
    private static final int FLOWS = 12;
    private static final String ATTACKER = "203.0.113.66";

    private GuardSet() {}

    /** The last sequences of every attack; of the profile of Zeek's conn. */
    static List<Sequence> sequences() {
        List<Sequence> all = new ArrayList<>();
        for (List<Conn> attack :
                List.of(portScan(), synFlood(), passwords(), exfiltration(), udpFlood())) {
            List<Sequence> sequences = Destinations.sequences(attack);
            all.addAll(sequences.subList(sequences.size() / 2, sequences.size()));
        }
        return all;
    }

    private static List<Conn> portScan() {
        List<Conn> flows = new ArrayList<>();
        for (int i = 0; i < FLOWS; i++) {
            flows.add(
                    flow("Gscan", i, 40_000)
                            .respH("10.77.0.1")
                            .respP(20 + 37 * i)
                            .connState(i % 3 == 0 ? "S0" : "REJ")
                            .history(i % 3 == 0 ? "S" : "Sr")
                            .origPkts(1L)
                            .origIpBytes(44L)
                            .respPkts(i % 3 == 0 ? 0L : 1L)
                            .respIpBytes(i % 3 == 0 ? 0L : 40L)
                            .build());
        }
        return flows;
    }

    private static List<Conn> synFlood() {
        List<Conn> flows = new ArrayList<>();
        for (int i = 0; i < FLOWS; i++) {
            flows.add(
                    flow("Gsyn", i, 300)
                            .origH("198.51.100." + (i + 1))
                            .respH("10.77.0.2")
                            .respP(80)
                            .connState("S0")
                            .history("S")
                            .origPkts(1L)
                            .origIpBytes(40L)
                            .respPkts(0L)
                            .respIpBytes(0L)
                            .build());
        }
        return flows;
    }

    private static List<Conn> passwords() {
        List<Conn> flows = new ArrayList<>();
        for (int i = 0; i < FLOWS; i++) {
            flows.add(
                    flow("Gssh", i, 1_500_000)
                            .respH("10.77.0.3")
                            .respP(22)
                            .service(List.of("ssh"))
                            .durationMicros(1_200_000L)
                            .connState("SF")
                            .history("ShAdDaFf")
                            .origBytes(1_300L)
                            .respBytes(2_100L)
                            .origPkts(14L)
                            .origIpBytes(2_036L)
                            .respPkts(13L)
                            .respIpBytes(2_780L)
                            .build());
        }
        return flows;
    }

    private static List<Conn> exfiltration() {
        List<Conn> flows = new ArrayList<>();
        for (int i = 0; i < FLOWS; i++) {
            flows.add(
                    flow("Gexfil", i, 200_000_000)
                            .origH("10.77.0.9")
                            .respH(ATTACKER)
                            .respP(4444)
                            .durationMicros(180_000_000L)
                            .connState("SF")
                            .history("ShADadFf")
                            .origBytes(400_000_000L)
                            .respBytes(20_000L)
                            .origPkts(290_000L)
                            .origIpBytes(412_000_000L)
                            .respPkts(140_000L)
                            .respIpBytes(5_620_000L)
                            .build());
        }
        return flows;
    }

    private static List<Conn> udpFlood() {
        List<Conn> flows = new ArrayList<>();
        for (int i = 0; i < FLOWS; i++) {
            flows.add(
                    flow("Gudp", i, 2_000)
                            .respH("10.77.0.4")
                            .respP(1024 + 997 * i)
                            .proto("udp")
                            .durationMicros(900_000L)
                            .connState("S0")
                            .history("D")
                            .origBytes(9_000_000L)
                            .respBytes(0L)
                            .origPkts(6_400L)
                            .origIpBytes(9_180_000L)
                            .respPkts(0L)
                            .respIpBytes(0L)
                            .build());
        }
        return flows;
    }

    private static Conn.Builder flow(String name, int number, long gapMicros) {
        return Conn.builder()
                .uid(name + number)
                .tsMicros(START + number * gapMicros)
                .origH(ATTACKER)
                .origP(40_000 + number)
                .proto("tcp")
                .localOrig(false)
                .localResp(true);
    }
}
