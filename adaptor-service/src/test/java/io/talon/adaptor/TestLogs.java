// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor;

import java.util.Locale;
import java.util.Random;

/** Logs of Zeek in JSON, as a sensor would write them. */
public final class TestLogs {
    private static final double START = 1_767_600_000;

    private TestLogs() {}

    /** Requests to three web servers, about every ten seconds; uids are {@code prefix} + number. */
    public static String requests(String prefix, int flows) {
        Random random = new Random(flows);
        StringBuilder log = new StringBuilder();
        double now = START;
        for (int i = 0; i < flows; i++) {
            now += 8 + 4 * random.nextDouble();
            int server = i % 3;
            long sent = 300 + random.nextInt(80);
            long got = 1500L * (server + 1) + random.nextInt(300);
            log.append(
                    line(
                            prefix + i,
                            now,
                            "10.1.0." + (5 + i % 4),
                            "192.0.2." + (10 + server),
                            server == 2 ? 443 : 80,
                            server == 2 ? "ssl" : "http",
                            0.2 + 0.05 * random.nextDouble(),
                            sent,
                            got,
                            "SF",
                            "ShADadFf",
                            6,
                            5));
        }
        return log.toString();
    }

    /** Refused probes of many ports of one server; uids are {@code prefix} + number. */
    public static String scan(String prefix, int flows) {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < flows; i++) {
            log.append(
                    line(
                            prefix + i,
                            START + 500 + 0.05 * i,
                            "203.0.113.7",
                            "10.1.0.50",
                            20 + 31 * i,
                            null,
                            null,
                            0,
                            0,
                            "REJ",
                            "Sr",
                            1,
                            1));
        }
        return log.toString();
    }

    private static String line(
            String uid,
            double ts,
            String orig,
            String resp,
            int port,
            String service,
            Double duration,
            long sent,
            long got,
            String state,
            String history,
            int origPkts,
            int respPkts) {
        return String.format(
                Locale.ROOT,
                "{\"ts\":%.6f,\"uid\":\"%s\",\"id.orig_h\":\"%s\",\"id.orig_p\":40000,"
                        + "\"id.resp_h\":\"%s\",\"id.resp_p\":%d,\"proto\":\"tcp\",%s%s"
                        + "\"conn_state\":\"%s\",\"missed_bytes\":0,\"history\":\"%s\","
                        + "\"orig_pkts\":%d,\"orig_ip_bytes\":%d,\"resp_pkts\":%d,"
                        + "\"resp_ip_bytes\":%d}%n",
                ts,
                uid,
                orig,
                resp,
                port,
                service == null ? "" : "\"service\":\"" + service + "\",",
                duration == null ? "" : payload(duration, sent, got),
                state,
                history,
                origPkts,
                sent + 52L * origPkts,
                respPkts,
                got + 52L * respPkts);
    }

    /** What Zeek leaves out where nothing was answered. */
    private static String payload(double duration, long sent, long got) {
        return String.format(
                Locale.ROOT,
                "\"duration\":%.6f,\"orig_bytes\":%d,\"resp_bytes\":%d,",
                duration,
                sent,
                got);
    }
}
