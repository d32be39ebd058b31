// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.estimate;

import java.time.Duration;

/**
 * How large a deployment must be.
 *
 * @param jobCores of all TaskManagers together, at the peak, with headroom
 * @param parallelism tasks side by side, and at least so many partitions of talon.flows
 * @param taskManagers of {@link #CORES} cores each
 * @param taskManagerMegabytes memory of each
 * @param stateBytes of the job, as in a checkpoint
 * @param kafkaBytes of talon.flows, one replica
 * @param alertsPerDay at most, all sites
 * @param elasticsearchBytes of alerts and reports, one copy
 * @param catchUp how long the job needs to read what an hour's outage left behind
 */
public record Sizing(
        double jobCores,
        int parallelism,
        int taskManagers,
        long taskManagerMegabytes,
        long stateBytes,
        long kafkaBytes,
        double alertsPerDay,
        long elasticsearchBytes,
        Duration catchUp) {

    /** Cores of a TaskManager; larger ones share their cache of adaptors among more tasks. */
    public static final int CORES = 4;

    /** Share of the cores that the peak may take; the rest is for catching up. */
    public static final double UTILISATION = 0.7;

    /** A TaskManager's memory beside its state: what Compose gives to one. */
    private static final double BASE_MEGABYTES = 1700;

    /** At most a sampled sequence every ten seconds, and a report of health every five minutes. */
    private static final int REPORTS_PER_SITE_AND_DAY = 24 * 60 * 6 + 24 * 12;

    /** Reports are kept for a month, whatever alerts are. */
    private static final int REPORT_DAYS = 30;

    private static final int SECONDS_PER_DAY = 86_400;
    private static final double MEGABYTE = 1 << 20;

    /** Memory is given out in steps of this. */
    private static final int STEP = 256;

    /** Works the sizes out. */
    public static Sizing of(Load load, Measured measured) {
        double peakCores = load.flowsPerSecond() * load.peak() / measured.flowsPerCpuSecond();
        double busy = peakCores / UTILISATION;
        double cores = busy + Math.ceil(busy / CORES) * measured.idleCoresPerTaskManager();
        int parallelism = Math.max(1, (int) Math.ceil(cores));
        int taskManagers = (parallelism + CORES - 1) / CORES;
        double state = load.destinations() * measured.stateBytesPerDestination();
        double memory = BASE_MEGABYTES + state / taskManagers / MEGABYTE;
        double alerts = load.sites() * load.alertsPerSite();
        double documents =
                alerts * load.elasticsearchDays() * measured.elasticsearchBytesPerAlert()
                        + (double) load.sites()
                                * REPORTS_PER_SITE_AND_DAY
                                * REPORT_DAYS
                                * measured.elasticsearchBytesPerReport();
        double perDay = load.flowsPerSecond() * SECONDS_PER_DAY;
        double spare = parallelism * measured.flowsPerCpuSecond() - load.flowsPerSecond();
        double backlog = load.flowsPerSecond() * Duration.ofHours(1).toSeconds();
        return new Sizing(
                cores,
                parallelism,
                taskManagers,
                (long) Math.ceil(memory / STEP) * STEP,
                Math.round(state),
                Math.round(perDay * load.kafkaDays() * measured.kafkaBytesPerFlow()),
                alerts,
                Math.round(documents),
                Duration.ofSeconds(Math.round(backlog / spare)));
    }
}
