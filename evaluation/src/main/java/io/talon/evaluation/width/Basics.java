// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.width;

import io.talon.ctalvae.feature.Feature;
import io.talon.ctalvae.feature.FeatureProfile;
import io.talon.ctalvae.sequence.Sequence;

/** What every exporter says of a flow, in the same units whoever exports it. */
record Basics(
        double seconds,
        double origBytes,
        double respBytes,
        double origPkts,
        double respPkts,
        double origIpBytes,
        double respIpBytes,
        double gapMillis,
        double tcp,
        double udp,
        double icmp,
        double systemPort,
        double registeredPort) {

    /** Reads the values of one flow of a sequence. */
    private record Reader(FeatureProfile profile, Sequence sequence, int step) {
        double raw(String name) {
            for (int f = 0; f < profile.width(); f++) {
                Feature feature = profile.features().get(f);
                if (feature.name().equals(name)) {
                    return feature.raw(sequence.value(step, f));
                }
            }
            return Double.NaN;
        }

        double is(String name, double code) {
            return raw(name) == code ? 1 : 0;
        }
    }

    static Basics of(FeatureProfile profile, Sequence sequence, int step) {
        Reader flow = new Reader(profile, sequence, step);
        return switch (profile.id().substring(0, 4)) {
            case "zeek" -> zeek(flow);
            case "argu" -> argus(flow);
            default -> cicFlowMeter(flow);
        };
    }

    private static Basics zeek(Reader flow) {
        return new Basics(
                flow.raw("duration") / 1e3,
                flow.raw("orig_bytes"),
                flow.raw("resp_bytes"),
                flow.raw("orig_pkts"),
                flow.raw("resp_pkts"),
                flow.raw("orig_ip_bytes"),
                flow.raw("resp_ip_bytes"),
                flow.raw("gap"),
                flow.raw("proto.tcp"),
                flow.raw("proto.udp"),
                flow.raw("proto.icmp"),
                flow.raw("port.system"),
                flow.raw("port.registered"));
    }

    private static Basics argus(Reader flow) {
        double port = flow.raw("Dport");
        return new Basics(
                flow.raw("Dur"),
                flow.raw("SAppBytes"),
                flow.raw("DAppBytes"),
                flow.raw("SrcPkts"),
                flow.raw("DstPkts"),
                flow.raw("SrcBytes"),
                flow.raw("DstBytes"),
                flow.raw("gap"),
                flow.is("Proto", 6),
                flow.is("Proto", 17),
                flow.is("Proto", 1),
                port < 1024 ? 1 : 0,
                port >= 1024 && port < 32_768 ? 1 : 0);
    }

    private static Basics cicFlowMeter(Reader flow) {
        double sent = flow.raw("Total Length of Fwd Packet");
        double got = flow.raw("Total Length of Bwd Packet");
        double port = flow.raw("Dst Port");
        return new Basics(
                flow.raw("Flow Duration") / 1e6,
                sent,
                got,
                flow.raw("Total Fwd Packet"),
                flow.raw("Total Bwd packets"),
                sent + flow.raw("Fwd Header Length"),
                got + flow.raw("Bwd Header Length"),
                flow.raw("gap"),
                flow.is("Protocol", 6),
                flow.is("Protocol", 17),
                flow.is("Protocol", 1),
                port < 1024 ? 1 : 0,
                port >= 1024 && port < 32_768 ? 1 : 0);
    }

    /** The 23 shared features; the last two are the ports. */
    float[] shared() {
        double bytes = origIpBytes + respIpBytes;
        double pkts = origPkts + respPkts;
        double span = Math.max(seconds, 1e-3);
        return new float[] {
            log(seconds * 1e3),
            log(origBytes),
            log(respBytes),
            log(origPkts),
            log(respPkts),
            log(origIpBytes),
            log(respIpBytes),
            log(gapMillis),
            log(origIpBytes / Math.max(origPkts, 1)),
            log(respIpBytes / Math.max(respPkts, 1)),
            log(bytes / span),
            log(pkts / span),
            log(bytes),
            log(pkts),
            (float) ((origIpBytes - respIpBytes) / (bytes + 1)),
            (float) ((origPkts - respPkts) / (pkts + 1)),
            (float) ((origBytes + respBytes) / (bytes + 1)),
            (float) tcp,
            (float) udp,
            (float) icmp,
            respPkts > 0 ? 1 : 0,
            (float) systemPort,
            (float) registeredPort
        };
    }

    private static float log(double value) {
        return (float) Math.log1p(Math.max(value, 0));
    }
}
