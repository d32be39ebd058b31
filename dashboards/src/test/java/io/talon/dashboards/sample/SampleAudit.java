// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Audit records: who did what, each chained to the one before by its hash. */
final class SampleAudit {
    private static final int COUNT = 80;
    private static final List<String> ACTIONS =
            List.of(
                    "alert-marked",
                    "alert-marked",
                    "alert-marked",
                    "triplet-added",
                    "training-finished",
                    "adaptor-promoted",
                    "adaptor-rolled-back",
                    "suppression-added");
    private static final List<String> VERDICTS =
            List.of("true_positive", "false_positive", "false_positive", "expected");
    private static final List<String> PEOPLE = List.of("mara", "jonas", "li");

    private SampleAudit() {}

    static List<SampleDocument> make(long seed, Instant end) {
        Random random = new Random(seed);
        List<SampleDocument> documents = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            SampleSite site = SampleSite.ALL.get(random.nextInt(SampleSite.ALL.size()));
            Instant time = end.minusMillis(1000L * random.nextInt(6 * 86_400) + 1 + i);
            documents.add(one(site, time, ACTIONS.get(random.nextInt(ACTIONS.size())), i, random));
        }
        return documents;
    }

    private static SampleDocument one(
            SampleSite site, Instant time, String action, int number, Random random) {
        String person = PEOPLE.get(random.nextInt(PEOPLE.size()));
        SampleDocument document =
                SampleDocument.of("logs", "talon.audit", "event", site, time)
                        .put(
                                "message",
                                "%s: %s on site %s"
                                        .formatted(person, action.replace('-', ' '), site.name()))
                        .put("event.id", "%064x".formatted(number))
                        .put("event.category", List.of("configuration"))
                        .put("event.type", List.of("change"))
                        .put("event.action", action)
                        .put("event.outcome", "success")
                        .put("user.id", "u-" + person)
                        .put("user.name", person)
                        .put("user.roles", List.of("analyst"))
                        .put("source.ip", site.address(200))
                        .put("talon.site.id", site.name())
                        .put("talon.audit.sequence", number)
                        .put("talon.audit.hash", "%064x".formatted(number + 1))
                        .put("talon.audit.previous_hash", "%064x".formatted(number));
        if (action.equals("alert-marked")) {
            document.put("event.reason", "seen before")
                    .put("talon.feedback.anomaly_id", "%064x".formatted(number))
                    .put("talon.feedback.verdict", VERDICTS.get(random.nextInt(VERDICTS.size())));
        } else if (action.startsWith("adaptor")) {
            document.put("talon.adaptor.version", site.adaptorVersion());
        }
        return document;
    }
}
