// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.report;

import io.talon.ctalvae.sequence.Destinations;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.zeek.Conn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

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

    /**
     * Sequences of one attack.
     *
     * @param attack what it is called
     */
    record Family(String attack, List<Sequence> sequences) {}

    /** The last sequences of every attack; of the profile of Zeek's conn. */
    static List<Family> families() {
        return List.of(
                family("refused port scan", portScan(flow -> true)),
                family("unanswered port scan", portScan(flow -> false)),
                family("port scan", portScan(flow -> flow % 3 != 0)),
                family("SYN flood", synFlood()),
                family("password guessing", passwords()),
                family("exfiltration", exfiltration()),
                family("UDP flood", udpFlood()));
    }

    /** All of them. */
    static List<Sequence> sequences() {
        return families().stream().flatMap(f -> f.sequences().stream()).toList();
    }

    private static Family family(String attack, List<Conn> flows) {
        List<Sequence> all = Destinations.sequences(flows);
        return new Family(attack, all.subList(all.size() / 2, all.size()));
    }

    private static List<Conn> portScan(IntPredicate refused) {
        List<Conn> flows = new ArrayList<>();
        for (int i = 0; i < FLOWS; i++) {
            boolean answered = refused.test(i);
            flows.add(
                    flow("Gscan", i, 40_000)
                            .respH("10.77.0.1")
                            .respP(20 + 37 * i)
                            .connState(answered ? "REJ" : "S0")
                            .history(answered ? "Sr" : "S")
                            .origPkts(1L)
                            .origIpBytes(44L)
                            .respPkts(answered ? 1L : 0L)
                            .respIpBytes(answered ? 40L : 0L)
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
