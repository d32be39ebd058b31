// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.demo;

import io.talon.local.part.KafkaTopics;
import io.talon.local.process.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Waits for what the job finds. */
final class Findings {
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int SHOWN = 5;

    /** The group under which the job commits what it has read and checkpointed. */
    private static final String GROUP = "talon";

    /** The longest time in which nothing more is read before the demo gives up. */
    private static final Duration STANDSTILL = Duration.ofMinutes(3);

    private final Progress progress;
    private final JobClient jobs;
    private final KafkaTopics topics;
    private final AnomalyIndex index;

    Findings(Progress progress, JobClient jobs, KafkaTopics topics, AnomalyIndex index) {
        this.progress = progress;
        this.jobs = jobs;
        this.topics = topics;
        this.index = index;
    }

    /** Waits for the first anomaly and tells how long it took. */
    Void awaitFirst() throws IOException, InterruptedException {
        Deadline.in(STANDSTILL)
                .await(PAUSE, () -> tryCount() > 0 ? Optional.of(true) : Optional.empty());
        for (AnomalyIndex.Shown first : index.mostUnusual(1)) {
            progress.say(
                    String.format(
                            Locale.ROOT,
                            "first anomaly after %.1f s: %s",
                            progress.elapsed().toMillis() / 1000.0,
                            first.sentence()));
        }
        return null;
    }

    /** Elasticsearch may be down for a moment, or not have the data stream yet. */
    private long tryCount() throws InterruptedException {
        try {
            return index.alerts();
        } catch (IOException e) {
            return 0;
        }
    }

    /**
     * Waits until all that was sent is read, checkpointed and so written, then counts.
     *
     * @throws IOException if nothing more is read for a long time, naming the job's state
     */
    Summary awaitAll(String job) throws IOException, InterruptedException {
        long sent = topics.written(KafkaTopics.FLOWS);
        long read = 0;
        Deadline deadline = Deadline.in(STANDSTILL);
        while (read < sent) {
            long seen = read;
            Optional<Long> more =
                    deadline.await(
                            PAUSE,
                            () -> {
                                long now = topics.committed(GROUP, KafkaTopics.FLOWS);
                                return now > seen ? Optional.of(now) : Optional.empty();
                            });
            read = more.orElseThrow(() -> standstill(job, seen, sent));
            progress.show("Flows scored", read, sent);
            deadline = Deadline.in(STANDSTILL);
        }
        return summary(job, sent);
    }

    String searchAddress() {
        return index.searchAddress();
    }

    /** Metrics reach the JobManager a moment after the checkpoint: asked for until they fit. */
    private Summary summary(String job, long sent) throws IOException, InterruptedException {
        index.refresh();
        long restarts = jobs.restarts(job);
        Summary[] last = new Summary[1];
        Deadline.in(Duration.ofSeconds(10))
                .await(
                        PAUSE,
                        () -> {
                            last[0] =
                                    new Summary(
                                            sent,
                                            jobs.counts(job),
                                            index.alerts(),
                                            index.deadLetters(),
                                            restarts,
                                            index.mostUnusual(SHOWN));
                            return restarts > 0 || last[0].addsUp()
                                    ? Optional.of(last[0])
                                    : Optional.empty();
                        });
        return last[0];
    }

    private IOException standstill(String job, long read, long sent) {
        String state;
        try {
            state = jobs.state(job);
        } catch (IOException e) {
            state = e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            state = "not known";
        }
        return new IOException(
                "the job has read %,d of %,d flows and none for %d s; its state is %s. See its exceptions in Flink's page, or --keep and read logs/flink-taskmanager.log"
                        .formatted(read, sent, STANDSTILL.toSeconds(), state));
    }
}
