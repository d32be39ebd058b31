// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.sample;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Episodes of anomalies, step by step as the job tells them: begun, worse, grown, over; within the
 * budget and beyond it, suppressed, of a historical run; and the days on which a site's budget was
 * used up.
 */
final class SampleAnomalies {
    private static final double CRITICAL = 90;

    private final Random random;
    private final Instant end;
    private final SampleStep steps = new SampleStep();
    private final List<SampleDocument> documents = new ArrayList<>();
    private final Set<String> exhausted = new HashSet<>();
    private int episodes;

    private SampleAnomalies(long seed, Instant end) {
        this.random = new Random(seed);
        this.end = end;
    }

    static List<SampleDocument> make(long seed, Instant end) {
        SampleAnomalies anomalies = new SampleAnomalies(seed, end);
        for (SampleSite site : SampleSite.ALL) {
            for (SampleEpisode episode : SampleEpisode.ALL) {
                anomalies.episodes(site, episode);
            }
        }
        return anomalies.documents;
    }

    /** A burst in the last day, and a few in the week before. */
    private void episodes(SampleSite site, SampleEpisode kind) {
        int count = 1 + random.nextInt(kind.anomalies() / (site.budget() > 10 ? 1 : 2));
        long start = random.nextInt(20 * 3600);
        for (int i = 0; i < count; i++) {
            boolean recent = random.nextInt(4) > 0;
            long before = recent ? start + random.nextInt(4 * 3600) : random.nextInt(7 * 86_400);
            episode(site, kind, end.minusMillis((before + 600) * 1000 + 1 + 4L * episodes++));
        }
    }

    private void episode(SampleSite site, SampleEpisode kind, Instant begin) {
        double score =
                Math.min(99.9, Math.max(5.1, tenth(kind.score() + 6 * random.nextGaussian())));
        boolean worse = episodes % 6 == 2 && score < CRITICAL;
        double worst = worse ? Math.min(99.9, score + 26) : score;
        String outcome = outcome(score, site, begin);
        String mode = episodes % 40 == 13 ? "historical" : "streaming";
        SampleGroup group =
                new SampleGroup(site, kind, SampleHash.of("episode " + episodes), outcome, mode);
        int count = 1 + episodes % 12;
        add(group.step("opened", begin, 1, score), group);
        if (worse) {
            add(group.step("escalated", begin.plusSeconds(60), Math.min(2, count), worst), group);
        }
        if (count >= 10) {
            add(group.step("updated", begin.plusSeconds(120), 10, worst), group);
        }
        if (count > 1) {
            documents.add(steps.closed(group, begin.plusSeconds(180), count, worst));
        }
    }

    /** Of a budget that is used up, the first alert beyond it tells. */
    private String outcome(double score, SampleSite site, Instant at) {
        if (episodes % 25 == 7) {
            return "suppressed";
        }
        if (episodes % 9 != 5 || score >= CRITICAL) {
            return "surfaced";
        }
        Instant day = at.truncatedTo(ChronoUnit.DAYS);
        if (exhausted.add(site.tenant() + site.name() + day)) {
            documents.add(steps.exhausted(site, day, at.plusMillis(1), score));
        }
        return "over-budget";
    }

    private void add(SampleGroup.Step step, SampleGroup group) {
        String source = group.site().address(10 + random.nextInt(7));
        SampleDocument document =
                steps.ofSequence(group, step)
                        .put("source.ip", source)
                        .put("source.address", source)
                        .put("source.bytes", (long) (1e4 * (1 + random.nextInt(400))))
                        .put("network.bytes", (long) (1e5 * (1 + random.nextInt(500))))
                        .put(
                                "network.community_id",
                                SampleHash.communityId("flow " + documents.size()))
                        .put("related.ip", List.of(source, group.destination()));
        if (episodes % 3 == 0) {
            document.put("network.vlan.id", "100");
        }
        if (group.outcome().equals("suppressed")) {
            suppress(document, step.at());
        }
        features(document, group.kind());
        documents.add(document);
    }

    private static void suppress(SampleDocument document, Instant time) {
        document.put("talon.suppression.id", "nightly-backup")
                .put("talon.suppression.owner", "ada")
                .put("talon.suppression.reason", "backup at night")
                .put("talon.suppression.expires", time.plus(Duration.ofDays(30)).toString());
    }

    private void features(SampleDocument document, SampleEpisode kind) {
        ((ObjectNode) document.json().path("talon")).remove("feature");
        for (SampleEpisode.SampleFeature each : kind.features()) {
            String name = "talon.feature." + each.name();
            document.put(
                            name + ".actual",
                            Math.rint(each.actual() * (1 + random.nextInt(20)) * 10) / 100)
                    .put(name + ".typical", each.typical())
                    .put(name + ".contribution", each.contribution());
        }
        document.put(
                "talon.top_features",
                kind.features().stream().map(SampleEpisode.SampleFeature::name).toList());
    }

    private static double tenth(double value) {
        return Math.rint(value * 10) / 10;
    }
}
