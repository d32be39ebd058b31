// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

import io.talon.local.demo.JobClient;
import io.talon.local.part.KafkaTopics;
import io.talon.local.process.Deadline;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How long it takes from a flow's append to Kafka until its alert can be found in Elasticsearch,
 * first under a steady load, then while one destination is flooded besides: the job on a Flink
 * cluster, all parts as processes, not held to a core.
 */
final class LatencyRun {

    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** In which the just-in-time compilers find out what is worth their while. */
    private static final Duration WARM_UP = Duration.ofSeconds(12);

    private static final int WARM_UPS = 4;

    /** Where no probe takes longer than this, none waits behind others. */
    private static final Duration ON_TIME = Duration.ofSeconds(5);

    private final BenchParts parts;
    private final FlowRows rows;
    private final Path adaptor;
    private final StreamPlans plans;
    private final Consumer<String> talk;

    LatencyRun(
            BenchParts parts,
            FlowRows rows,
            Path adaptor,
            StreamPlans plans,
            Consumer<String> talk) {
        this.parts = parts;
        this.rows = rows;
        this.adaptor = adaptor;
        this.plans = plans;
        this.talk = talk;
    }

    /** Loads the job with so many flows a second. */
    LatencyReport run(int perSecond) throws IOException, InterruptedException {
        String kafka = parts.kafka();
        URI elasticsearch = parts.elasticsearch();
        try (KafkaTopics topics = new KafkaTopics(kafka)) {
            topics.createAll(2);
        }
        JobClient jobs = new JobClient(parts.flink());
        String job = start(jobs, kafka, elasticsearch);
        try (ProbeWatch watch = new ProbeWatch(elasticsearch);
                ProbeLoad load = new ProbeLoad(rows, kafka)) {
            int rate = warmUp(watch, load, perSecond);
            Latency steady = Latency.of(watch.millis(load.send(plans.latency(), rate, 0)));
            Map<String, Long> sent = load.send(plans.latency(), rate, plans.floodPerSecond());
            List<Long> first = watch.millis(Map.of("CFlood0", sent.remove("CFlood0")));
            Latency flooded = Latency.of(watch.millis(sent));
            return new LatencyReport(
                    perSecond,
                    rate,
                    steady,
                    flooded,
                    load.flooding(),
                    load.flooding() - skipped(jobs, job, load.flooding()),
                    first.get(0) / 1000.0);
        }
    }

    /**
     * Warms everything up until nothing waits any more.
     *
     * @return flows a second that this machine keeps up with, at most as many as asked for
     */
    private int warmUp(ProbeWatch watch, ProbeLoad load, int perSecond) {
        int rate = perSecond;
        for (int left = WARM_UPS; left > 0; left--) {
            Map<String, Long> sent = load.send(WARM_UP, rate, 0);
            long lag = (long) (1000 * Latency.of(watch.millis(sent)).longest());
            if (lag <= ON_TIME.toMillis()) {
                return rate;
            }
            if (left < WARM_UPS) { // the first time it is the compilers that are slow
                rate = (int) (rate * WARM_UP.toMillis() / (WARM_UP.toMillis() + 2 * lag));
                talk.accept(
                        "  the machine is busy: %.1f s behind; from here on %,d flows/s"
                                .formatted(lag / 1000.0, rate));
            }
        }
        return rate;
    }

    private String start(JobClient jobs, String kafka, URI elasticsearch)
            throws IOException, InterruptedException {
        String job =
                jobs.submit(
                        parts.jobJar(),
                        List.of(
                                "--kafka.bootstrap",
                                kafka,
                                "--elasticsearch.urls",
                                elasticsearch.toString(),
                                "--adaptor",
                                adaptor.toString()));
        Deadline.in(START)
                .await(
                        PAUSE,
                        () ->
                                jobs.state(job).equals("RUNNING")
                                        ? Optional.of(job)
                                        : Optional.empty())
                .orElseThrow(() -> new IOException("the job does not run"));
        return job;
    }

    /** Flows that were remembered and not scored; nothing but the flood has any. */
    private static long skipped(JobClient jobs, String job, long flooding)
            throws IOException, InterruptedException {
        long[] last = {-1};
        // Flink's figures are up to a second old: they are read until they stand still.
        Deadline.in(START)
                .await(
                        Duration.ofSeconds(2),
                        () -> {
                            long before = last[0];
                            last[0] = jobs.sum(job, "skippedFlows");
                            return last[0] > 0 && last[0] == before
                                    ? Optional.of(last[0])
                                    : Optional.empty();
                        })
                .orElseThrow(
                        () ->
                                new IOException(
                                        "none of %d flows of a flood was skipped"
                                                .formatted(flooding)));
        return last[0];
    }
}
