// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Forks one JVM per run, and one with the engine that runs beside all of them. Both hold themselves
 * to one core while they are timed: then a figure means "per core, everything included", and a
 * scorer alone and a whole job are compared fairly.
 */
final class StreamRuns implements AutoCloseable {

    private final RunJvm jvm;
    private final int repeats;
    private final EngineBeside engine;
    private final Map<RunPlan, RunResult> measured = new HashMap<>();

    private StreamRuns(RunJvm jvm, EngineBeside engine, int repeats) {
        this.jvm = jvm;
        this.engine = engine;
        this.repeats = repeats;
    }

    /**
     * Starts what runs beside every run.
     *
     * @param engine that
     * @param repeats runs of each plan; the median counts
     */
    static StreamRuns start(RunJvm jvm, RunPlan engine, int repeats) throws IOException {
        return new StreamRuns(jvm, EngineBeside.start(jvm.of(engine)), repeats);
    }

    /** The median of a plan's runs; a plan that was measured before is not run again. */
    RunResult measure(RunPlan plan, String kafka) throws IOException, InterruptedException {
        RunResult known = measured.get(plan);
        if (known != null) {
            return known;
        }
        List<RunResult> results = new ArrayList<>();
        for (int i = 0; i < repeats; i++) {
            results.add(beside(plan, kafka));
        }
        results.sort(Comparator.comparingDouble(RunResult::toEngine));
        RunResult median = results.get(results.size() / 2);
        measured.put(plan, median);
        return median;
    }

    private RunResult beside(RunPlan plan, String kafka) throws IOException, InterruptedException {
        RunResult result = once(plan, kafka);
        return result.withEngine(engine.perCpuSecond(result.fromMillis(), result.untilMillis()));
    }

    private RunResult once(RunPlan plan, String kafka) throws IOException, InterruptedException {
        Process process = jvm.of(plan, "kafka=" + kafka).start();
        RunResult result = null;
        List<String> talk = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(RunMain.RESULT)) {
                    result = RunResult.parse(line.substring(RunMain.RESULT.length()));
                } else {
                    talk.add(line);
                }
            }
        }
        if (process.waitFor() != 0 || result == null) {
            throw new IOException(
                    "the run %s failed; its last words:%n%s"
                            .formatted(
                                    plan,
                                    String.join(
                                            "\n",
                                            talk.subList(
                                                    Math.max(0, talk.size() - 20), talk.size()))));
        }
        return result;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        engine.close();
    }
}
