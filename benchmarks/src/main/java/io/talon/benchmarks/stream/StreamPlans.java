// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

import com.sun.management.OperatingSystemMXBean;
import io.talon.benchmarks.stream.RunPlan.Backend;
import io.talon.benchmarks.stream.RunPlan.Scoring;
import io.talon.benchmarks.stream.RunPlan.Source;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * The runs of a benchmark. Before anything is timed each destination has its ten flows: every
 * sequence is of full length, whatever the number of destinations.
 *
 * @param destinations of most runs
 * @param many of the run with a million of them
 * @param fill flows per destination before timing
 * @param warmUp flows scored before timing; whole batches, for ONNX Runtime takes no other
 * @param measured flows timed in most runs; whole batches
 * @param measuredSlow flows timed with a Random Cut Forest, after thrice as many that fill it
 * @param repeats runs of each plan; the median counts
 * @param latency how long alerts are timed, and as long again while a destination is flooded
 * @param floodPerSecond flows of that flood
 */
record StreamPlans(
        int destinations,
        int many,
        int fill,
        long warmUp,
        long measured,
        long measuredSlow,
        int repeats,
        Duration latency,
        int floodPerSecond) {

    /** A million in the minute of the full run. */
    private static final int FLOOD = 17_000;

    private static final int FEW = 10_000;

    /** Flows that fill the young generation of the largest heap twice: some 3 kB each. */
    private static final int COLLECTED = 1_536_000;

    /**
     * For a million destinations; the same for all, or collecting garbage would cost others more. A
     * third of what the machine has, within reason: of a heap that is nearly full the collector
     * takes many times as much.
     */
    private static final int HEAP = (int) Math.max(5120, Math.min(8192, megabytes() / 3));

    private static final int ENGINE_HEAP = 1024;

    private static long megabytes() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize()
                >>> 20;
    }

    static StreamPlans full() {
        return new StreamPlans(
                100_000,
                1_000_000,
                10,
                640_000,
                2_048_000,
                20_000,
                3,
                Duration.ofSeconds(60),
                FLOOD);
    }

    static StreamPlans quick() {
        return new StreamPlans(
                FEW, 1_000_000, 10, 768_000, 512_000, 1_000, 1, Duration.ofSeconds(15), FLOOD);
    }

    /** What runs beside all others. */
    RunPlan engineAlone() {
        return new RunPlan(
                Scoring.ENGINE_ALONE,
                Source.MEMORY,
                Backend.HEAP,
                destinations,
                0,
                warmUp / 2,
                0,
                ENGINE_HEAP);
    }

    RunPlan heap() {
        return job(Scoring.TALON, Source.MEMORY, Backend.HEAP);
    }

    RunPlan kafka() {
        return job(Scoring.TALON, Source.KAFKA, Backend.HEAP);
    }

    RunPlan rocksdb() {
        return job(Scoring.TALON, Source.MEMORY, Backend.ROCKSDB);
    }

    /** Scores little, and learns at every flow, from the first one to the last alike. */
    RunPlan forest() {
        return new RunPlan(
                Scoring.RCF,
                Source.MEMORY,
                Backend.HEAP,
                destinations,
                fill,
                3 * measuredSlow,
                measuredSlow,
                HEAP);
    }

    /** Half as many: it is compiled already, and slower. */
    RunPlan onnx() {
        return new RunPlan(
                Scoring.ONNX,
                Source.MEMORY,
                Backend.HEAP,
                destinations,
                fill,
                warmUp / 2,
                measured / 2,
                HEAP);
    }

    RunPlan fewDestinations() {
        return spread(FEW, measured);
    }

    /** Enough that the collector has work to do, for which destinations' number matters most. */
    RunPlan manyDestinations() {
        return spread(many, Math.max(measured, COLLECTED));
    }

    private RunPlan spread(int over, long timed) {
        return new RunPlan(
                Scoring.TALON, Source.MEMORY, Backend.HEAP, over, fill, warmUp, timed, HEAP);
    }

    private RunPlan job(Scoring scorer, Source source, Backend backend) {
        return new RunPlan(scorer, source, backend, destinations, fill, warmUp, measured, HEAP);
    }
}
