// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae;

import io.talon.zeek.Conn;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up flows for tests. */
public final class Flows {
    private Flows() {}

    /** A complete TCP flow that ends at the given second. */
    public static Conn.Builder http(String uid, double endSeconds) {
        return Conn.builder()
                .uid(uid)
                .tsMicros((long) ((endSeconds - 0.5) * 1e6))
                .durationMicros(500_000L)
                .origH("10.0.0.5")
                .origP(40_000)
                .respH("192.0.2.7")
                .respP(80)
                .proto("tcp")
                .service(List.of("http"))
                .connState("SF")
                .history("ShADadFf")
                .origBytes(300L)
                .respBytes(1500L)
                .origPkts(6L)
                .respPkts(5L)
                .origIpBytes(612L)
                .respIpBytes(1760L);
    }

    /** A site's day: regular requests to a few servers. */
    public static List<Conn> site(int flows, long seed) {
        Random random = new Random(seed);
        List<Conn> site = new ArrayList<>();
        double now = 1_700_000_000;
        for (int i = 0; i < flows; i++) {
            now += 20 + 10 * random.nextDouble();
            int server = i % 3;
            long sent = 250 + random.nextInt(100);
            long got = 1000L * (server + 1) + random.nextInt(400);
            site.add(
                    http("C" + seed + "x" + i, now)
                            .respH("192.0.2." + server)
                            .respP(server == 2 ? 443 : 80)
                            .service(List.of(server == 2 ? "ssl" : "http"))
                            .origBytes(sent)
                            .respBytes(got)
                            .origIpBytes(sent + 312)
                            .respIpBytes(got + 260)
                            .build());
        }
        return site;
    }

    /** Unanswered probes of many ports of one server of {@link #site}. */
    public static List<Conn> scan(int flows, double startSeconds) {
        List<Conn> scan = new ArrayList<>();
        for (int i = 0; i < flows; i++) {
            scan.add(
                    http("S" + i, startSeconds + 0.01 * i)
                            .respP(1 + 37 * i % 60_000)
                            .respH("192.0.2.1")
                            .durationMicros(null)
                            .tsMicros((long) ((startSeconds + 0.01 * i) * 1e6))
                            .service(List.of())
                            .connState("S0")
                            .history("S")
                            .origBytes(null)
                            .respBytes(null)
                            .origPkts(1L)
                            .respPkts(0L)
                            .origIpBytes(44L)
                            .respIpBytes(0L)
                            .build());
        }
        return scan;
    }
}
