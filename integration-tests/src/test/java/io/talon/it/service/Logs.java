// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.service;

import java.util.Locale;

/** Flows of a site, as Zeek writes them in JSON. */
final class Logs {
    private Logs() {}

    /** Requests to three servers; uids are B0, B1, … */
    static String requests(int flows) {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < flows; i++) {
            log.append(
                    line(
                            "B" + i,
                            10.0 * i + i % 7 * 0.3,
                            "192.0.2." + i % 3,
                            80,
                            "SF",
                            300 + i % 50));
        }
        return log.toString();
    }

    /** Refused probes; uids are S0, S1, … */
    static String scan(int flows) {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < flows; i++) {
            log.append(line("S" + i, 600 + 0.05 * i, "192.0.2.50", 20 + 31 * i, "REJ", 0));
        }
        return log.toString();
    }

    private static String line(
            String uid, double after, String resp, int port, String state, int bytes) {
        return String.format(
                Locale.ROOT,
                "{\"ts\":%.6f,\"uid\":\"%s\",\"id.orig_h\":\"10.1.0.5\",\"id.orig_p\":40000,"
                        + "\"id.resp_h\":\"%s\",\"id.resp_p\":%d,\"proto\":\"tcp\","
                        + "\"duration\":0.2,\"orig_bytes\":%d,\"resp_bytes\":%d,"
                        + "\"conn_state\":\"%s\",\"history\":\"%s\",\"orig_pkts\":%d,"
                        + "\"orig_ip_bytes\":%d,\"resp_pkts\":%d,\"resp_ip_bytes\":%d}%n",
                1_767_600_000 + after,
                uid,
                resp,
                port,
                bytes,
                5 * bytes,
                state,
                bytes == 0 ? "Sr" : "ShADadFf",
                bytes == 0 ? 1 : 6,
                bytes + 60,
                bytes == 0 ? 1 : 5,
                5 * bytes + 60);
    }
}
