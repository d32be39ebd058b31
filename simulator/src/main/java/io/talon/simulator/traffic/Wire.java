// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.traffic;

import io.talon.zeek.Conn;
import java.util.List;

/**
 * Makes flows of what applications do, with the packets, bytes, histories and states that Zeek
 * would log. Every flow of a site comes out of here, attack or not: nothing but behaviour
 * distinguishes them. Not thread-safe.
 */
public final class Wire {

    private static final int IP_HEADER = 20;
    private static final int UDP_HEADER = 28;
    private static final int ICMP_HEADER = 28;
    private static final int FIRST_EPHEMERAL = 32_768;
    private static final int LAST_EPHEMERAL = 60_999;

    private final Link link;
    private final Rng rng;
    private final Uids uids;

    /** A wire whose every draw comes from the given stream. */
    public Wire(Link link, Rng rng) {
        this.link = link;
        this.rng = rng.fork("wire");
        this.uids = new Uids(rng.fork("uids"));
    }

    /** The flow of a TCP connection. */
    public Conn.Builder tcp(Tcp x) {
        long rtt = link.rtt(x.orig(), x.resp(), rng);
        Conn.Builder conn =
                between(x.start(), x.orig(), ephemeral(), x.resp(), x.port(), "tcp", 6)
                        .connState(x.ending().connState())
                        .service(services(x.service()));
        if (x.ending().established()) {
            return new TcpPackets(x, link, rtt, rng).into(conn);
        }
        return unestablished(conn, x.ending(), rtt);
    }

    /**
     * Attempts that never got beyond the SYN: the number of tries follows one law for all senders.
     */
    private Conn.Builder unestablished(Conn.Builder conn, Ending ending, long rtt) {
        int syns = 1;
        long lasting = 0;
        if (ending == Ending.UNANSWERED) {
            long wait = Micros.SECOND;
            while (syns < 4 && rng.chance(0.45)) {
                lasting += wait + rng.between(0L, 40_000L);
                wait *= 2;
                syns++;
            }
        }
        boolean answered = ending != Ending.UNANSWERED;
        int synBytes = IP_HEADER + link.tcpHeader() + (link.tcpHeader() > 20 ? 8 : 24);
        boolean probed = ending == Ending.PROBED;
        int origPackets = probed ? 2 : syns;
        int respPackets = answered ? (ending == Ending.HALF_OPEN ? rng.between(1, 5) : 1) : 0;
        int respBytes = ending == Ending.REFUSED ? 40 : synBytes;
        if (answered) {
            lasting =
                    probed
                            ? rtt + rng.between(10L, 400L)
                            : ending == Ending.HALF_OPEN ? halfOpenFor(respPackets, rtt) : rtt;
        }
        conn.origPkts((long) origPackets)
                .origIpBytes((long) syns * synBytes + (probed ? 40 : 0))
                .respPkts((long) respPackets)
                .respIpBytes((long) respPackets * respBytes)
                .history(
                        "S" + (answered && ending != Ending.REFUSED ? "h" : "") + ending.history());
        // As Zeek does: a single packet has neither duration nor byte counts.
        return origPackets + respPackets == 1
                ? conn
                : conn.durationMicros(lasting).origBytes(0L).respBytes(0L);
    }

    /** A SYN-ACK is repeated after 1, 2, 4, … seconds. */
    private static long halfOpenFor(int synAcks, long rtt) {
        long lasting = rtt;
        for (int i = 1; i < synAcks; i++) {
            lasting += Micros.SECOND << (i - 1);
        }
        return lasting;
    }

    /** The flow of some datagrams. */
    public Conn.Builder udp(Udp x) {
        long origBytes = StrictMath.round(x.origBytes());
        long respBytes = StrictMath.round(x.respBytes());
        boolean answered = x.respPackets() > 0;
        int origPort = x.origPort() == 0 ? ephemeral() : x.origPort();
        Conn.Builder conn =
                between(x.start(), x.orig(), origPort, x.resp(), x.respPort(), "udp", 17)
                        .service(services(x.service()))
                        .connState(answered ? "SF" : "S0")
                        .history(answered ? "Dd" : "D")
                        .origPkts((long) x.origPackets())
                        .origIpBytes(origBytes + (long) UDP_HEADER * x.origPackets())
                        .respPkts((long) x.respPackets())
                        .respIpBytes(respBytes + (long) UDP_HEADER * x.respPackets());
        if (x.origPackets() + x.respPackets() == 1) {
            return conn;
        }
        long network =
                answered
                        ? link.rtt(x.orig(), x.resp(), rng)
                        : rng.between(2L, 60L) * x.origPackets();
        return conn.durationMicros(x.lasting() + network).origBytes(origBytes).respBytes(respBytes);
    }

    /** Echo requests and, if {@code answered}, their replies; {@code payload} bytes each. */
    public Conn.Builder ping(
            long start, Host orig, Host resp, int count, int payload, boolean answered) {
        long packets = count;
        Conn.Builder conn =
                between(start, orig, 8, resp, 0, "icmp", 1)
                        .connState("OTH")
                        .origPkts(packets)
                        .origIpBytes(packets * (payload + ICMP_HEADER))
                        .respPkts(answered ? packets : 0)
                        .respIpBytes(answered ? packets * (payload + ICMP_HEADER) : 0);
        if (count == 1 && !answered) {
            return conn;
        }
        long lasting = (count - 1) * Micros.SECOND + (answered ? link.rtt(orig, resp, rng) : 0);
        return conn.durationMicros(lasting)
                .origBytes(packets * payload)
                .respBytes(answered ? packets * payload : 0);
    }

    private static List<String> services(String joined) {
        return joined == null ? List.of() : List.of(joined.split(","));
    }

    private int ephemeral() {
        return rng.between(FIRST_EPHEMERAL, LAST_EPHEMERAL);
    }

    private Conn.Builder between(
            long start,
            Host orig,
            int origPort,
            Host resp,
            int respPort,
            String proto,
            int ipProto) {
        return Conn.builder()
                .tsMicros(start)
                .uid(uids.next())
                .origH(orig.address())
                .origP(origPort)
                .respH(resp.address())
                .respP(respPort)
                .proto(proto)
                .ipProto(ipProto)
                .localOrig(orig.local())
                .localResp(resp.local());
    }
}
