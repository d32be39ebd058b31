// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.alert;

import io.talon.alert.v1.Alert;
import io.talon.alert.v1.Episode;
import io.talon.anomaly.v1.Anomaly;
import io.talon.anomaly.v1.SequenceScore;
import io.talon.control.v1.Suppression;
import io.talon.job.document.AnomalyDocument;
import io.talon.job.document.Severity;
import io.talon.job.flow.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * How an episode of anomalies of one destination begins, grows and ends. Decides by event time
 * alone, so that the same anomalies in the same order make the same alerts with the same ids.
 * Episodes are changed in place. Immutable itself.
 */
final class Episodes {

    /** More uids are counted and not named. */
    private static final int UIDS = 50;

    private final EpisodeRules rules;

    Episodes(EpisodeRules rules) {
        this.rules = rules;
    }

    /**
     * Takes an anomaly.
     *
     * @param open the destination's episode, null for none
     * @param suppression what suppresses the anomaly, null for nothing
     * @param out takes the alerts that this makes
     * @return the destination's episode from now on
     */
    Episode take(Episode open, Anomaly anomaly, Suppression suppression, Consumer<Alert> out) {
        if (open != null && continues(open, anomaly)) {
            grow(open, anomaly, out);
            return open;
        }
        if (open != null) {
            close(open, anomaly.getScore(), out);
        }
        Episode episode = begin(anomaly, suppression);
        out.accept(alert(episode, AlertStep.OPENED, episode.getGroupId(), anomaly));
        return episode;
    }

    /** Tells the end of an episode of more than one anomaly, once. */
    void close(Episode episode, SequenceScore site, Consumer<Alert> out) {
        close(episode, site.getTenant(), site.getSite(), site.getDestination(), out);
    }

    /** As the other, for want of a score. */
    void close(
            Episode episode, String tenant, String site, String destination, Consumer<Alert> out) {
        long count = episode.getCount();
        if (count == 1 || episode.getClosedAtCount() == count) {
            return;
        }
        episode.setClosedAtCount(count);
        out.accept(
                builder(episode, AlertStep.CLOSED)
                        .setId(Sha256.ofParts(episode.getGroupId(), AlertStep.CLOSED, count))
                        .setTenant(tenant)
                        .setSite(site)
                        .setDestination(destination)
                        .setAt(episode.getLastEnd())
                        .build());
    }

    /** From when on, in event time, the episode counts as over. */
    Instant over(Episode episode) {
        return episode.getLastEnd().plus(rules.gap()).plus(rules.lateness());
    }

    private boolean continues(Episode open, Anomaly anomaly) {
        Instant end = anomaly.getSequenceEnd();
        return !end.isAfter(open.getLastEnd().plus(rules.gap()))
                && !end.isAfter(open.getFirstEnd().plus(rules.longest()));
    }

    private static Episode begin(Anomaly anomaly, Suppression suppression) {
        List<String> uids = new ArrayList<>();
        uids.add(anomaly.getScore().getUid());
        return Episode.newBuilder()
                .setGroupId(AnomalyDocument.id(anomaly))
                .setSuppression(suppression)
                .setStarted(anomaly.getSequenceStart())
                .setFirstEnd(anomaly.getSequenceEnd())
                .setLastEnd(anomaly.getSequenceEnd())
                .setCount(1)
                .setWorstScore(anomaly.getScore().getRecordScore())
                .setUids(uids)
                .setRunMode(anomaly.getRunMode())
                .build();
    }

    private static void grow(Episode open, Anomaly anomaly, Consumer<Alert> out) {
        SequenceScore score = anomaly.getScore();
        boolean another = !open.getUids().contains(score.getUid());
        if (another) {
            open.setCount(open.getCount() + 1);
            if (open.getUids().size() < UIDS) {
                open.getUids().add(score.getUid());
            }
        }
        if (anomaly.getSequenceEnd().isAfter(open.getLastEnd())) {
            open.setLastEnd(anomaly.getSequenceEnd());
        }
        int before = Severity.of(open.getWorstScore());
        open.setWorstScore(Math.max(open.getWorstScore(), score.getRecordScore()));
        int now = Severity.of(open.getWorstScore());
        if (now > before) {
            String id = Sha256.ofParts(open.getGroupId(), AlertStep.ESCALATED, now);
            out.accept(alert(open, AlertStep.ESCALATED, id, anomaly));
        } else if (another && isPowerOfTen(open.getCount())) {
            String id = Sha256.ofParts(open.getGroupId(), AlertStep.UPDATED, open.getCount());
            out.accept(alert(open, AlertStep.UPDATED, id, anomaly));
        }
    }

    private static boolean isPowerOfTen(long count) {
        long power = 10;
        while (power < count) {
            power *= 10;
        }
        return power == count;
    }

    private static Alert alert(Episode episode, String step, String id, Anomaly anomaly) {
        return builder(episode, step)
                .setId(id)
                .setTenant(anomaly.getScore().getTenant())
                .setSite(anomaly.getScore().getSite())
                .setDestination(anomaly.getScore().getDestination())
                .setAt(anomaly.getSequenceEnd())
                .setAnomaly(anomaly)
                .build();
    }

    private static Alert.Builder builder(Episode episode, String step) {
        return Alert.newBuilder()
                .setGroupId(episode.getGroupId())
                .setStep(step)
                .setOutcome(
                        episode.getSuppression() == null
                                ? AlertStep.SURFACED
                                : AlertStep.SUPPRESSED)
                .setStarted(episode.getStarted())
                .setCount(episode.getCount())
                .setWorstScore(episode.getWorstScore())
                .setUids(List.copyOf(episode.getUids()))
                .setSuppression(episode.getSuppression())
                .setRunMode(episode.getRunMode());
    }
}
