// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.scorer;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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

    private static final int FORKS = 3;
    private static final int ITERATIONS = 8;

    private final int rounds;
    private final PrintStream log;

    /**
     * @param rounds how many turns each contender of a heat has
     * @param log what JMH says
     */
    JmhRuns(int rounds, PrintStream log) {
        // ONNX Runtime 1.29 crashes a JVM whose command line is some kilobytes long.
        System.setProperty("jmh.separateClasspathJAR", "true");
        this.rounds = rounds;
        this.log = log;
    }

    Figure throughput(Measure measure) throws RunnerException {
        RunResult result =
                only(measured(measure).mode(Mode.Throughput).addProfiler(GCProfiler.class));
        return new Figure(
                median(result) * measure.batch(),
                secondary(result, ALLOCATED) / measure.batch(),
                Double.NaN,
                Double.NaN,
                Double.NaN);
    }

    /** Runs what is measured side by side, in one JVM. */
    HeatFigures heat(Heat heat) throws RunnerException, IOException {
        Path figures = Files.createTempFile("talon-bench", ".json");
        try {
            only(
                    base(heat.vectorBits(), "-D" + HeatBenchmark.FIGURES + "=" + figures)
                            .include(HeatBenchmark.class.getName())
                            .param("heat", heat.key())
                            .forks(1)
                            .warmupIterations(0)
                            .measurementIterations(rounds));
            return new ObjectMapper().readValue(figures.toFile(), HeatFigures.class);
        } finally {
            Files.delete(figures);
        }
    }

    private ChainedOptionsBuilder measured(Measure measure) {
        return base(measure.vectorBits())
                .include(ScorerBenchmark.class.getName())
                .param("contender", measure.contender().name())
                .param("batch", Integer.toString(measure.batch()))
                .param("steps", Integer.toString(measure.steps()))
                .param("adaptors", Integer.toString(measure.adaptors()));
    }

    private static ChainedOptionsBuilder base(int vectorBits, String... more) {
        List<String> jvm = new ArrayList<>();
        jvm.addAll(List.of("-Xmx2g", "-XX:+UseSerialGC", "--add-modules", "jdk.incubator.vector"));
        // Code is compiled before it goes on, not beside it on the same core.
        jvm.add("-Xbatch");
        jvm.add("-Dtalon.vector.bits=" + vectorBits);
        jvm.addAll(hugePages());
        jvm.addAll(List.of(more));
        return new OptionsBuilder()
                .forks(FORKS)
                .warmupIterations(ITERATIONS)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(ITERATIONS)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgs(jvm.toArray(String[]::new))
                .shouldFailOnError(true);
    }

    /** As the JVM that measures: what the launcher chose for this machine. */
    private static List<String> hugePages() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.endsWith("UseTransparentHugePages"))
                .toList();
    }

    private RunResult only(ChainedOptionsBuilder options) throws RunnerException {
        Collection<RunResult> results =
                new Runner(
                                options.build(),
                                OutputFormatFactory.createFormatInstance(log, VerboseMode.NORMAL))
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
