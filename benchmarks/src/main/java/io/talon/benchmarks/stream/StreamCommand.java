// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

import io.talon.benchmarks.ReportOptions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the job. */
@Command(
        name = "stream",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = {
            "Measures the whole job, every flow scored, against the scoring engine alone, which"
                    + " runs beside it, and against the same job with another scorer.",
            "Each run is a JVM of its own, held to one core while it is timed, where the machine"
                    + " has taskset; ratios are of flows per second of CPU that it used, everything"
                    + " included."
        },
        footer = {
            "",
            "Flows are the logs under $TALON_DATA/zeek (default ../shared/data/zeek), or simulated"
                    + " ones where there are none.",
            "The result goes to standard output, everything else to standard error."
        })
public final class StreamCommand implements Callable<Integer> {

    @Mixin private ReportOptions report;

    @Option(names = "--quick", description = "Short runs, once each: some minutes.")
    private boolean quick;

    @Override
    public Integer call() throws Exception {
        return report.print(this::run);
    }

    private StreamReport run() throws Exception {
        Path home = Path.of(System.getProperty("talon.home", ".")).toAbsolutePath().normalize();
        String data = System.getenv("TALON_DATA");
        Path logs = (data == null ? home.resolve("../shared/data") : Path.of(data)).resolve("zeek");
        Path scratch = Files.createTempDirectory("talon-bench");
        try {
            return new StreamBench(
                            quick ? StreamPlans.quick() : StreamPlans.full(),
                            logs.normalize(),
                            home,
                            scratch,
                            report::say)
                    .run();
        } finally {
            try (var files = Files.walk(scratch)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }
}
