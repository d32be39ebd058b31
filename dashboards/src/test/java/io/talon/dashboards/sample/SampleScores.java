// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sampled scores: {@code event.action} is {@code sequence-score}. */
final class SampleScores {
    private static final int PER_SITE = 160;
    private static final double[] TYPICAL = {2, 6, 11, 19, 24, 31, 38, 55};

    private SampleScores() {}

    static List<SampleDocument> make(long seed, Instant end) {
        Random random = new Random(seed);
        List<SampleDocument> documents = new ArrayList<>();
        for (SampleSite site : SampleSite.ALL) {
            for (int i = 0; i < PER_SITE; i++) {
                boolean anomaly = i % 20 == 0;
                double score =
                        anomaly
                                ? 60 + random.nextInt(390) / 10.0
                                : TYPICAL[random.nextInt(TYPICAL.length)]
                                        + random.nextInt(50) / 10.0;
                Instant time =
                        end.minusMillis(1000L * random.nextInt(3 * 86_400) + 1 + documents.size());
                documents.add(one(site, time, score, anomaly, documents.size()));
            }
        }
        return documents;
    }

    private static SampleDocument one(
            SampleSite site, Instant time, double score, boolean anomaly, int number) {
        String destination = site.address(40 + number % 6);
        return SampleDocument.of("metrics", "talon.score", "metric", site, time)
                .put("event.action", "sequence-score")
                .put("event.id", "%064x".formatted(number))
                .put("source.ip", site.address(10 + number % 7))
                .put("destination.ip", destination)
                .put("destination.address", destination)
                .put("destination.port", number % 2 == 0 ? 443 : 502)
                .put("network.transport", "tcp")
                .put("talon.site.id", site.name())
                .put("talon.anomaly.record_score", Math.rint(score * 10) / 10)
                .put("talon.anomaly.probability", Math.exp(-score / 9))
                .put("talon.anomaly.error", score / 20)
                .put("talon.anomaly.threshold", 0.001)
                .put("talon.anomaly.is_anomaly", anomaly)
                .put("talon.sequence.key", destination)
                .put("talon.sequence.length", 10)
                .put(
                        "talon.sequence.uids",
                        List.of("S%06da".formatted(number), "S%06db".formatted(number)))
                .put("talon.sequence.profile", "zeek-conn-v1")
                .put("talon.sequence.values", "AACAPwAAAEA=")
                .put("event.start", time.minusSeconds(30).toString())
                .put("event.end", time.toString())
                .put("event.duration", 30_000_000_000L)
                .put("talon.run.mode", "streaming")
                .put("talon.model.version", "1.0.0")
                .put("talon.adaptor.version", site.adaptorVersion())
                .put("talon.adaptor.maturity", site.maturity());
    }
}
