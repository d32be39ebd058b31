// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Forks one JVM per run. It holds itself to one core while it is timed: then a figure means "per
 * core, everything included", and a scorer alone and a whole job are compared fairly.
 */
final class StreamRuns {

    private static final List<String> OPENS =
            List.of(
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "--add-opens=java.base/java.util=ALL-UNNAMED",
                    "--add-opens=java.base/java.time=ALL-UNNAMED",
                    "--add-opens=java.base/java.nio=ALL-UNNAMED",
                    "--add-opens=java.base/java.net=ALL-UNNAMED");

    /**
     * Huge pages as in the job's image. Classes get their room at once: a full collection because
     * they outgrew it would fall into one run's time and not into another's.
     */
    private static final List<String> MEMORY =
            List.of("-XX:+UseSerialGC", "-XX:+UseTransparentHugePages", "-XX:MetaspaceSize=256m");

    private final Path data;
    private final Path adaptor;
    private final int repeats;
    private final Map<RunPlan, RunResult> measured = new HashMap<>();

    /**
     * @param repeats runs of each plan; the median counts
     */
    StreamRuns(Path data, Path adaptor, int repeats) {
        this.data = data;
        this.adaptor = adaptor;
        this.repeats = repeats;
    }

    /** The median of a plan's runs; a plan that was measured before is not run again. */
    RunResult measure(RunPlan plan, String kafka) throws IOException, InterruptedException {
        RunResult known = measured.get(plan);
        if (known != null) {
            return known;
        }
        List<RunResult> results = new ArrayList<>();
        for (int i = 0; i < repeats; i++) {
            results.add(once(plan, kafka));
        }
        results.sort(Comparator.comparingDouble(RunResult::perCpuSecond));
        RunResult median = results.get(results.size() / 2);
        measured.put(plan, median);
        return median;
    }

    private RunResult once(RunPlan plan, String kafka) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command(plan, kafka))
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        // Not as an argument: ONNX Runtime 1.29 crashes a JVM whose command line is that long.
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = builder.start();
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

    private List<String> command(RunPlan plan, String kafka) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPENS);
        command.addAll(MEMORY);
        command.addAll(vectorModule());
        command.addAll(
                List.of(
                        "-Xms" + plan.heapMegabytes() + "m",
                        "-Xmx" + plan.heapMegabytes() + "m",
                        RunMain.class.getName()));
        command.addAll(plan.arguments());
        command.addAll(Arrays.asList("data=" + data, "adaptor=" + adaptor, "kafka=" + kafka));
        return command;
    }

    /** The JVMs that are measured get the vector module if this one has it. */
    private static List<String> vectorModule() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                ? List.of("--add-modules=jdk.incubator.vector")
                : List.of();
    }
}
