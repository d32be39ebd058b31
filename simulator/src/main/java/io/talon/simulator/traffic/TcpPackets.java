// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.traffic;

import io.talon.zeek.Conn;
import java.util.Locale;

/** Counts the packets of one established TCP connection. */
final class TcpPackets {

    private static final int IP_HEADER = 20;
    private static final int RESET_BYTES = 40;

    private final Tcp tcp;
    private final Link link;
    private final long rtt;
    private final Rng rng;
    private final long origData;
    private final long respData;

    TcpPackets(Tcp tcp, Link link, long rtt, Rng rng) {
        this.tcp = tcp;
        this.link = link;
        this.rtt = rtt;
        this.rng = rng;
        this.origData = dataPackets(tcp.origBytes(), tcp.origMessages());
        this.respData = dataPackets(tcp.respBytes(), tcp.respMessages());
    }

    private long dataPackets(long bytes, int messages) {
        long segments = (bytes + link.segment() - 1) / link.segment();
        return bytes == 0 ? 0 : Math.max(segments, messages);
    }

    Conn.Builder into(Conn.Builder conn) {
        double loss = link.loss(tcp.orig(), tcp.resp());
        long origAgain = Math.min(origData, rng.poisson(origData * loss));
        long respAgain = Math.min(respData, rng.poisson(respData * loss));
        long missed = missedSegments();
        long origPackets = 2 + origData + origAgain + acknowledging(respData) + closing("F");
        long respPackets = 1 + respData + respAgain + acknowledging(origData) + closing("f");
        long missedBytes = Math.min(tcp.respBytes(), missed * link.segment());
        boolean origResets = tcp.ending() == Ending.RESET_BY_ORIG;
        boolean respResets = tcp.ending() == Ending.RESET_BY_RESP;
        return conn.durationMicros(duration())
                .origBytes(tcp.origBytes())
                .respBytes(tcp.respBytes())
                .missedBytes(missedBytes)
                .origPkts(origPackets + (origResets ? 1 : 0))
                .origIpBytes(
                        ipBytes(origPackets, origData, origAgain, tcp.origBytes())
                                + (origResets ? RESET_BYTES : 0))
                .respPkts(Math.max(1, respPackets - missed) + (respResets ? 1 : 0))
                .respIpBytes(
                        Math.max(
                                        IP_HEADER + link.tcpHeader(),
                                        ipBytes(respPackets, respData, respAgain, tcp.respBytes())
                                                - missedBytes
                                                - missed * (IP_HEADER + link.tcpHeader()))
                                + (respResets ? RESET_BYTES : 0))
                .history(history(origAgain, respAgain, missed));
    }

    /** Pieces of the responder's data that the sensor did not see. */
    private long missedSegments() {
        return respData > 4 && rng.chance(link.sensorDrop())
                ? rng.between(1L, 1 + respData / 4)
                : 0;
    }

    private long acknowledging(long dataPackets) {
        return dataPackets == 0
                ? 0
                : Math.max(1, (long) (dataPackets * link.ackShare() * rng.between(0.8, 1.2)));
    }

    /** FIN and the acknowledgement of the other side's FIN. */
    private int closing(String fin) {
        String history = tcp.ending().history();
        boolean own = history.contains(fin);
        boolean other = history.toLowerCase(Locale.ROOT).length() == 2;
        return (own ? 1 : 0) + (other ? 1 : 0);
    }

    private long ipBytes(long packets, long data, long again, long payload) {
        long repeated = data == 0 ? 0 : again * payload / data;
        int synOptions = link.tcpHeader() > 20 ? 8 : 24;
        return packets * (IP_HEADER + link.tcpHeader()) + synOptions + payload + repeated;
    }

    private long duration() {
        int turns = Math.min(tcp.origMessages(), 3) + 1;
        long network =
                rtt * turns
                        + link.transfer(
                                tcp.orig(), tcp.resp(), tcp.origBytes() + tcp.respBytes(), rng);
        return Math.max(tcp.atLeast(), network) + rng.between(0L, rtt);
    }

    private String history(long origAgain, long respAgain, long missed) {
        boolean orig = origData > 0;
        boolean resp = respData > 0;
        StringBuilder h = new StringBuilder("ShA");
        if (tcp.respFirst() && resp) {
            h.append('d').append(orig ? "D" : "").append(orig ? "a" : "");
        } else {
            h.append(orig ? "D" : "").append(orig ? "a" : "").append(resp ? "d" : "");
        }
        h.append(missed > 0 ? "g" : "")
                .append(respAgain > 0 ? "t" : "")
                .append(origAgain > 0 ? "T" : "");
        return h.append(tcp.ending().history()).toString();
    }
}
