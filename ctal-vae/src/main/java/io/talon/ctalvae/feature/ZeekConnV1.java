// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.feature;

import static io.talon.ctalvae.feature.Feature.Scale.LINEAR;
import static io.talon.ctalvae.feature.Feature.Scale.LOG1P;

import java.util.ArrayList;
import java.util.List;

/**
 * The list of profile {@code zeek-conn-v1}. Never changed: the hash of released models depends on
 * it.
 */
final class ZeekConnV1 {
    static final List<String> PROTOS = List.of("tcp", "udp", "icmp");
    static final List<String> STATES =
            List.of(
                    "S0", "S1", "SF", "REJ", "S2", "S3", "RSTO", "RSTR", "RSTOS0", "RSTRH", "SH",
                    "SHR", "OTH");
    static final List<String> SERVICES =
            List.of("http", "ssl", "dns", "ssh", "ntp", "dhcp", "mqtt", "irc");
    static final String LETTERS = "SsHhDdAaFfRr^";

    static final FeatureProfile PROFILE = ListedProfile.of("zeek-conn-v1", list());

    private ZeekConnV1() {}

    private static List<Feature> list() {
        List<Feature> all = new ArrayList<>();
        all.add(new Feature("duration", "ms", LOG1P, "first to last packet"));
        all.add(new Feature("orig_bytes", "bytes", LOG1P, "payload sent by the originator"));
        all.add(new Feature("resp_bytes", "bytes", LOG1P, "payload sent by the responder"));
        all.add(new Feature("orig_pkts", "packets", LOG1P, "packets sent by the originator"));
        all.add(new Feature("resp_pkts", "packets", LOG1P, "packets sent by the responder"));
        all.add(
                new Feature(
                        "orig_ip_bytes",
                        "bytes",
                        LOG1P,
                        "IP bytes sent by the originator, headers included"));
        all.add(
                new Feature(
                        "resp_ip_bytes",
                        "bytes",
                        LOG1P,
                        "IP bytes sent by the responder, headers included"));
        all.add(
                new Feature(
                        "gap",
                        "ms",
                        LOG1P,
                        "end of the destination's previous flow to the end of this one; one day for"
                                + " the first"));
        all.add(
                new Feature(
                        "orig_bytes_per_pkt",
                        "bytes",
                        LOG1P,
                        "IP bytes per packet of the originator"));
        all.add(
                new Feature(
                        "resp_bytes_per_pkt",
                        "bytes",
                        LOG1P,
                        "IP bytes per packet of the responder"));
        all.add(
                new Feature(
                        "rate",
                        "bytes/s",
                        LOG1P,
                        "IP bytes of both sides over the duration, at least 1 ms"));
        all.add(
                new Feature(
                        "duration_missing",
                        "1",
                        LINEAR,
                        "1 if Zeek gave no duration (a single packet, or no answer)"));
        all.add(
                new Feature(
                        "ip_bytes_balance",
                        "1",
                        LINEAR,
                        "(orig − resp) / (orig + resp + 1) of the IP bytes"));
        all.add(
                new Feature(
                        "pkts_balance",
                        "1",
                        LINEAR,
                        "(orig − resp) / (orig + resp + 1) of the packets"));
        all.add(new Feature("missed_bytes", "1", LINEAR, "1 if the sensor missed payload"));
        PROTOS.forEach(
                p -> all.add(new Feature("proto." + p, "1", LINEAR, "1 if the transport is " + p)));
        STATES.forEach(
                s ->
                        all.add(
                                new Feature(
                                        "conn_state." + s,
                                        "1",
                                        LINEAR,
                                        "1 if Zeek's connection state is " + s)));
        SERVICES.forEach(
                s ->
                        all.add(
                                new Feature(
                                        "service." + s, "1", LINEAR, "1 if Zeek recognised " + s)));
        all.add(new Feature("service.none", "1", LINEAR, "1 if Zeek recognised no service"));
        LETTERS.chars()
                .forEach(
                        c ->
                                all.add(
                                        new Feature(
                                                "history." + (char) c,
                                                "1",
                                                LOG1P,
                                                "how often "
                                                        + (char) c
                                                        + " stands in Zeek's history")));
        all.add(new Feature("port.system", "1", LINEAR, "1 if the responder's port is below 1024"));
        all.add(
                new Feature(
                        "port.registered",
                        "1",
                        LINEAR,
                        "1 if the responder's port is 1024 to 32767"));
        all.add(
                new Feature(
                        "gap_change",
                        "ln ratio",
                        LINEAR,
                        "|ln gap − ln gap of the flow before|: 0 for a steady rhythm"));
        all.add(
                new Feature(
                        "resp_ports",
                        "1",
                        LINEAR,
                        "distinct responder ports among the destination's last 10 flows, 0 = one, 1"
                                + " = all differ"));
        all.add(
                new Feature(
                        "failed_share",
                        "1",
                        LINEAR,
                        "share of the destination's last 10 flows that were refused, unanswered or"
                                + " half-open"));
        all.add(new Feature("answered", "1", LINEAR, "1 if the responder sent a packet"));
        all.add(
                new Feature(
                        "payload_sides", "sides", LINEAR, "how many sides sent payload, 0 to 2"));
        return all;
    }
}
