// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.scorer;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One contender on one workload; an operation is a batch. */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ScorerBenchmark {
    @Param("vector")
    public Contenders contender;

    @Param("256")
    public int batch;

    @Param("10")
    public int steps;

    @Param("1")
    public int adaptors;

    private Contender chosen;

    @Setup
    public void create() throws Exception {
        chosen = contender.checked(new Workload(batch, steps, adaptors));
    }

    @TearDown
    public void close() throws Exception {
        chosen.close();
    }

    @Benchmark
    public void score() throws Exception {
        chosen.score();
    }
}
