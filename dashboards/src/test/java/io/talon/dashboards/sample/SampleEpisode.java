// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.sample;

import java.util.List;

/**
 * A kind of anomaly: what is unusual about it, and in which words.
 *
 * @param sentence has one place, for the destination and site
 * @param features the strongest first
 */
record SampleEpisode(
        String sentence,
        String protocol,
        int port,
        String destination,
        int anomalies,
        double score,
        List<SampleFeature> features) {

    /** One feature's part. */
    record SampleFeature(String name, double actual, double typical, double contribution) {}

    static final List<SampleEpisode> ALL =
            List.of(
                    new SampleEpisode(
                            "Unusual sequence to %s: bytes sent 48 MB vs typical 9 kB, duration 4"
                                    + " min vs typical 2 s; these explain 81 %%",
                            "ssl",
                            443,
                            "203.0.113.9",
                            14,
                            97,
                            List.of(
                                    new SampleFeature("orig_ip_bytes", 4.8e7, 9e3, 0.52),
                                    new SampleFeature("duration", 2.4e5, 2e3, 0.21),
                                    new SampleFeature("orig_pkts", 3.4e4, 12, 0.08))),
                    new SampleEpisode(
                            "Unusual sequence to %s: ports tried 10 vs typical 1, failed flows 100"
                                    + " %% vs typical 2 %%; these explain 74 %%",
                            "",
                            8443,
                            "10.7.0.20",
                            22,
                            92,
                            List.of(
                                    new SampleFeature("resp_ports", 1, 0.05, 0.44),
                                    new SampleFeature("failed_share", 1, 0.02, 0.30),
                                    new SampleFeature("gap", 40, 6e4, 0.11))),
                    new SampleEpisode(
                            "Unusual sequence to %s: steady rhythm of one flow a minute, service"
                                    + " not recognised instead of dns; these explain 63 %%",
                            "dns",
                            53,
                            "198.51.100.23",
                            18,
                            81,
                            List.of(
                                    new SampleFeature("gap_change", 0.01, 1.4, 0.38),
                                    new SampleFeature("gap", 6e4, 900, 0.25),
                                    new SampleFeature("resp_ip_bytes", 84, 260, 0.1))),
                    new SampleEpisode(
                            "Unusual sequence to %s: time since the previous flow 1 s vs typical 2"
                                    + " h, 30 packets vs typical 6; these explain 58 %%",
                            "ssh",
                            22,
                            "10.2.0.14",
                            24,
                            68,
                            List.of(
                                    new SampleFeature("gap", 1e3, 7.2e6, 0.35),
                                    new SampleFeature("orig_pkts", 30, 6, 0.23),
                                    new SampleFeature("failed_share", 0.4, 0.02, 0.12))),
                    new SampleEpisode(
                            "Unusual sequence to %s: rate 2.1 MB/s vs typical 64 kB/s; this"
                                    + " explains 41 %%",
                            "http",
                            80,
                            "192.0.2.77",
                            30,
                            43,
                            List.of(
                                    new SampleFeature("rate", 2.1e6, 6.4e4, 0.41),
                                    new SampleFeature("resp_ip_bytes", 9e6, 4e5, 0.22),
                                    new SampleFeature("duration", 4e3, 6e3, 0.09))));
}
