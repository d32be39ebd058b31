// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

import io.talon.benchmarks.stream.RunPlan.Backend;
import io.talon.benchmarks.stream.RunPlan.Scoring;
import io.talon.benchmarks.stream.RunPlan.Source;
import java.time.Duration;

/**
 * The runs of a benchmark. Before anything is timed each destination has its ten flows: every
 * sequence is of full length, whatever the number of destinations.
 *
 * @param destinations of most runs
 * @param many of the run with a million of them
 * @param fill flows per destination before timing
 * @param measured flows timed in most runs; whole batches
 * @param measuredSlow flows timed with the slow peers
 * @param repeats runs of each plan; the median counts
 * @param latency how long alerts are timed, and as long again while a destination is flooded
 * @param floodPerSecond flows of that flood
 */
record StreamPlans(
        int destinations,
        int many,
        int fill,
        long measured,
        long measuredSlow,
        int repeats,
        Duration latency,
        int floodPerSecond) {

    /** A million in the minute of the full run. */
    private static final int FLOOD = 17_000;

    private static final int FEW = 10_000;

    /**
     * For a million destinations; the same for all, or collecting garbage would cost others more.
     */
    private static final int HEAP = 5120;

    static StreamPlans full() {
        return new StreamPlans(
                100_000, 1_000_000, 10, 2_000_000, 40_000, 3, Duration.ofSeconds(60), FLOOD);
    }

    static StreamPlans quick() {
        return new StreamPlans(
                FEW, 1_000_000, 10, 256_000, 8_000, 1, Duration.ofSeconds(15), FLOOD);
    }

    RunPlan engineAlone() {
        return new RunPlan(
                Scoring.ENGINE_ALONE, Source.MEMORY, Backend.HEAP, destinations, 0, measured, HEAP);
    }

    RunPlan heap() {
        return job(Scoring.TALON, Source.MEMORY, Backend.HEAP, measured);
    }

    RunPlan kafka() {
        return job(Scoring.TALON, Source.KAFKA, Backend.HEAP, measured);
    }

    RunPlan rocksdb() {
        return job(Scoring.TALON, Source.MEMORY, Backend.ROCKSDB, measured);
    }

    RunPlan forest() {
        return job(Scoring.RCF, Source.MEMORY, Backend.HEAP, measuredSlow);
    }

    RunPlan onnx() {
        return job(Scoring.ONNX, Source.MEMORY, Backend.HEAP, measured);
    }

    RunPlan fewDestinations() {
        return spread(FEW);
    }

    RunPlan manyDestinations() {
        return spread(many);
    }

    private RunPlan spread(int over) {
        return new RunPlan(Scoring.TALON, Source.MEMORY, Backend.HEAP, over, fill, measured, HEAP);
    }

    private RunPlan job(Scoring scorer, Source source, Backend backend, long flows) {
        return new RunPlan(scorer, source, backend, destinations, fill, flows, HEAP);
    }
}
