// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.scorer;

import java.io.PrintStream;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs JMH, a new JVM for each measure. */
final class JmhRuns {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private final int forks;
    private final int warmups;
    private final int iterations;
    private final TimeValue time;
    private final PrintStream log;

    JmhRuns(boolean quick, PrintStream log) {
        // ONNX Runtime 1.29 crashes a JVM whose command line is some kilobytes long.
        System.setProperty("jmh.separateClasspathJAR", "true");
        this.forks = quick ? 1 : 3;
        this.warmups = quick ? 5 : 8;
        this.iterations = quick ? 5 : 8;
        this.time = quick ? TimeValue.milliseconds(400) : TimeValue.seconds(1);
        this.log = log;
    }

    Figure throughput(Measure measure) throws RunnerException {
        RunResult result =
                only(measured(measure).mode(Mode.Throughput).addProfiler(GCProfiler.class));
        return new Figure(
                median(result) * measure.batch(),
                secondary(result, ALLOCATED) / measure.batch(),
                Double.NaN,
                Double.NaN);
    }

    Figure latency(Measure measure) throws RunnerException {
        RunResult result =
                only(measured(measure).mode(Mode.SampleTime).timeUnit(TimeUnit.MICROSECONDS));
        var statistics = result.getPrimaryResult().getStatistics();
        double p50 = statistics.getPercentile(50);
        return new Figure(
                1e6 * measure.batch() / p50, Double.NaN, p50, statistics.getPercentile(99));
    }

    /** Multiply-adds per second. */
    double peak() throws RunnerException {
        ChainedOptionsBuilder options =
                base(0).include(PeakBenchmark.class.getName()).mode(Mode.Throughput);
        return median(only(options)) * PeakBenchmark.MULTIPLY_ADDS;
    }

    private ChainedOptionsBuilder measured(Measure measure) {
        return base(measure.vectorBits())
                .include(ScorerBenchmark.class.getName())
                .param("contender", measure.contender().name())
                .param("batch", Integer.toString(measure.batch()))
                .param("steps", Integer.toString(measure.steps()))
                .param("adaptors", Integer.toString(measure.adaptors()));
    }

    private ChainedOptionsBuilder base(int vectorBits) {
        return new OptionsBuilder()
                .forks(forks)
                .warmupIterations(warmups)
                .warmupTime(time)
                .measurementIterations(iterations)
                .measurementTime(time)
                .jvmArgs(
                        "-Xmx2g",
                        "-XX:+UseSerialGC",
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-Dtalon.vector.bits=" + vectorBits)
                .shouldFailOnError(true);
    }

    private RunResult only(ChainedOptionsBuilder options) throws RunnerException {
        Collection<RunResult> results =
                new Runner(
                                options.build(),
                                OutputFormatFactory.createFormatInstance(log, VerboseMode.SILENT))
                        .run();
        return results.iterator().next();
    }

    private static double median(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(50);
    }

    private static double secondary(RunResult result, String name) {
        for (Result<?> secondary : result.getSecondaryResults().values()) {
            if (secondary.getLabel().endsWith(name)) {
                return secondary.getScore();
            }
        }
        throw new IllegalStateException("JMH did not report " + name);
    }
}
