// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The JVMs that are measured, all with the same options.
 *
 * @param data logs, as {@link FlowRows} takes them
 * @param adaptor what the shipped model is calibrated with
 */
record RunJvm(Path data, Path adaptor) {

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

    /** A process that runs {@link RunMain} with this plan and further arguments. */
    ProcessBuilder of(RunPlan plan, String... more) {
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
        command.addAll(List.of("data=" + data, "adaptor=" + adaptor));
        command.addAll(List.of(more));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        // Not as an argument: ONNX Runtime 1.29 crashes a JVM whose command line is that long.
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder;
    }

    /** The JVMs that are measured get the vector module if this one has it. */
    private static List<String> vectorModule() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                ? List.of("--add-modules=jdk.incubator.vector")
                : List.of();
    }
}
