// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One measured run, in a JVM of its own.
 *
 * @param scorer what scores
 * @param source where flows come from
 * @param backend where state is kept
 * @param destinations keys that flows are spread over evenly, in scattered order
 * @param fill flows per destination that only fill the state: they are not scored, and not timed
 * @param warmUp flows that are scored and not timed: the compilers of a JVM take seconds of the one
 *     core, and none of it is what the job costs once it runs
 * @param measured flows that are scored and timed
 * @param heapMegabytes heap of the JVM
 */
record RunPlan(
        Scoring scorer,
        Source source,
        Backend backend,
        int destinations,
        int fill,
        long warmUp,
        long measured,
        int heapMegabytes) {

    /** What scores a sequence. */
    enum Scoring {
        /** The job as it ships. */
        TALON,
        /** No stream at all: our engine over sequences that lie ready. */
        ENGINE_ALONE,
        /** The job with a Random Cut Forest per site in the scorer's place. */
        RCF,
        /** The job with ONNX Runtime in our engine's place, the same weights. */
        ONNX
    }

    /** Where flows come from. */
    enum Source {
        MEMORY,
        KAFKA
    }

    /** Where Flink keeps state. */
    enum Backend {
        HEAP,
        ROCKSDB
    }

    /** Flows in all. */
    long flows() {
        return (long) destinations * fill + scored();
    }

    /** Flows that are scored. */
    long scored() {
        return warmUp + measured;
    }

    /** As arguments of {@link RunMain}. */
    List<String> arguments() {
        return new ArrayList<>(
                List.of(
                        "scorer=" + scorer,
                        "source=" + source,
                        "backend=" + backend,
                        "destinations=" + destinations,
                        "fill=" + fill,
                        "warm-up=" + warmUp,
                        "measured=" + measured,
                        "heap=" + heapMegabytes));
    }

    static RunPlan of(Map<String, String> arguments) {
        return new RunPlan(
                Scoring.valueOf(arguments.get("scorer")),
                Source.valueOf(arguments.get("source")),
                Backend.valueOf(arguments.get("backend")),
                Integer.parseInt(arguments.get("destinations")),
                Integer.parseInt(arguments.get("fill")),
                Long.parseLong(arguments.get("warm-up")),
                Long.parseLong(arguments.get("measured")),
                Integer.parseInt(arguments.get("heap")));
    }

    static Map<String, String> named(String[] arguments) {
        return Stream.of(arguments)
                .map(a -> a.split("=", 2))
                .collect(Collectors.toMap(a -> a[0], a -> a[1]));
    }
}
