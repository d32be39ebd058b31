// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.cli;

import io.talon.local.estimate.Load;
import io.talon.local.estimate.Measured;
import io.talon.local.estimate.Sizing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of {@code talon estimate}. */
@Command(
        name = "estimate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Says how large a deployment must be for a load: cores, memory, state, Kafka,"
                    + " Elasticsearch. Arithmetic on measured constants; starts nothing.%n"
        },
        footer = {
            "",
            "  talon estimate --flows-per-second 5000 --destinations 200000 --sites 40 \\",
            "      --measured integration-tests/target/measured.json",
            "",
            "FILE is left by a run of SizesIT on your machine, which takes some minutes;"
                    + " docs/how-to/size.md has its command.",
            "",
            "Exit: 0 done, 1 FILE cannot be read, 2 wrong usage."
        })
final class EstimateCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--flows-per-second",
            required = true,
            paramLabel = "N",
            description = "Rows of conn.log a second, all sites together, mean over a day.")
    private double flowsPerSecond;

    @Option(
            names = "--destinations",
            required = true,
            paramLabel = "N",
            description = "Destinations within a week, all sites together.")
    private long destinations;

    @Option(names = "--sites", required = true, paramLabel = "N", description = "Sites.")
    private long sites;

    @Option(
            names = "--peak",
            defaultValue = "3",
            paramLabel = "X",
            description = "Busiest minutes against the mean. Default: ${DEFAULT-VALUE}.")
    private double peak;

    @Option(
            names = "--alerts-per-site",
            defaultValue = "20",
            paramLabel = "N",
            description = "Alert budget of a site and day. Default: ${DEFAULT-VALUE}.")
    private double alertsPerSite;

    @Option(
            names = "--kafka-days",
            defaultValue = "7",
            paramLabel = "N",
            description = "How long flows stay in Kafka. Default: ${DEFAULT-VALUE}.")
    private int kafkaDays;

    @Option(
            names = "--elasticsearch-days",
            defaultValue = "365",
            paramLabel = "N",
            description = "How long alerts are kept. Default: ${DEFAULT-VALUE}.")
    private int elasticsearchDays;

    @Option(
            names = "--measured",
            paramLabel = "FILE",
            description =
                    "What one flow and one destination cost on your machine, see below. Default:"
                            + " what they cost on the machine that the result names.")
    private Path measured;

    @Option(
            names = "--format",
            defaultValue = "table",
            paramLabel = "table|json",
            description = "How the result is printed. Default: ${DEFAULT-VALUE}.")
    private EstimateFormat format;

    @Override
    public Integer call() throws IOException {
        Load load;
        try {
            load =
                    new Load(
                            flowsPerSecond,
                            peak,
                            destinations,
                            sites,
                            alertsPerSite,
                            kafkaDays,
                            elasticsearchDays);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
        Measured constants = measured == null ? Measured.shipped() : Measured.read(measured);
        format.print(Sizing.of(load, constants), constants, spec.commandLine().getOut());
        return 0;
    }
}
