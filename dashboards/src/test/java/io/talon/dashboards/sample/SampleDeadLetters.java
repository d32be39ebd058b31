// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Dead letters, as the job writes them. */
final class SampleDeadLetters {
    private static final int COUNT = 90;
    private static final List<String> STAGES = List.of("ingest", "decode", "decode", "index");
    private static final List<String> REASONS =
            List.of(
                    "line 4711 has 12 columns, the header names 21",
                    "not a FlowEvent: unknown schema fingerprint",
                    "resp_bytes is above 2^63-1",
                    "mapper_parsing_exception: failed to parse field [destination.port]");

    private SampleDeadLetters() {}

    static List<SampleDocument> make(long seed, Instant end) {
        Random random = new Random(seed);
        List<SampleDocument> documents = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            SampleSite site = SampleSite.ALL.get(random.nextInt(SampleSite.ALL.size()));
            int kind = random.nextInt(STAGES.size());
            Instant time = end.minusMillis(1000L * random.nextInt(6 * 86_400) + 1 + i);
            documents.add(one(site, time, STAGES.get(kind), REASONS.get(kind), i));
        }
        return documents;
    }

    private static SampleDocument one(
            SampleSite site, Instant time, String stage, String reason, int number) {
        byte[] raw = new byte[40 + number];
        SampleDocument document =
                SampleDocument.of("logs", "talon.dlq", "pipeline_error", site, time)
                        .put("message", "%s refused: %s".formatted(stage, reason))
                        .put("event.id", "%064x".formatted(number))
                        .put("event.outcome", "failure")
                        .put("error.message", reason)
                        .put("talon.dead_letter.stage", stage)
                        .put("talon.dead_letter.raw_length", raw.length)
                        .put("talon.dead_letter.raw", Base64.getEncoder().encodeToString(raw));
        return switch (stage) {
            case "ingest" ->
                    document.put("talon.dead_letter.file", "conn.log")
                            .put("talon.dead_letter.line", 4711);
            case "index" ->
                    document.put("talon.dead_letter.index", "logs-talon.anomaly-" + site.tenant())
                            .put("talon.dead_letter.document_id", "%064x".formatted(number + 1));
            default ->
                    document.put("talon.dead_letter.topic", "talon.flows")
                            .put("talon.dead_letter.partition", number % 2)
                            .put("talon.dead_letter.offset", 1000L * number);
        };
    }
}
