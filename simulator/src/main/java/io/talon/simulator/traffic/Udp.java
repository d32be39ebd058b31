// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.traffic;

/**
 * Datagrams between two ports. Payload is the sum over all datagrams of one way.
 *
 * @param start microseconds since 1970
 * @param origPort 0 for an ephemeral port
 * @param service what Zeek's analysers recognise in it; null for nothing
 * @param origPackets datagrams sent by the originator, at least 1
 * @param respPackets datagrams sent back, 0 when none came
 * @param lasting first to last datagram, microseconds; the network's own time comes on top
 */
public record Udp(
        long start,
        Host orig,
        int origPort,
        Host resp,
        int respPort,
        String service,
        int origPackets,
        double origBytes,
        int respPackets,
        double respBytes,
        long lasting) {

    /** One question and one answer from an ephemeral port. */
    public static Udp ask(
            long start,
            Host orig,
            Host resp,
            int port,
            String service,
            double question,
            double answer) {
        return new Udp(start, orig, 0, resp, port, service, 1, question, 1, answer, 0);
    }

    /** Datagrams that nobody answers. */
    public static Udp send(
            long start,
            Host orig,
            Host resp,
            int port,
            String service,
            int packets,
            double bytes,
            long lasting) {
        return new Udp(start, orig, 0, resp, port, service, packets, bytes, 0, 0, lasting);
    }

    /** The same from a fixed port, as NTP, DHCP and mDNS use. */
    public Udp fromPort(int port) {
        return new Udp(
                start,
                orig,
                port,
                resp,
                respPort,
                service,
                origPackets,
                origBytes,
                respPackets,
                respBytes,
                lasting);
    }
}
