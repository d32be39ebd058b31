// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks;

import io.talon.benchmarks.scorer.ScorerCommand;
import io.talon.benchmarks.stream.StreamCommand;
import io.talon.benchmarks.teach.TeachCommand;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Main of {@code talon bench}. */
@Command(
        name = "bench",
        description =
                "Measures speed, next to what one would take instead. Figures are ratios"
                        + " within one run: only those mean something on another machine.",
        subcommands = {ScorerCommand.class, StreamCommand.class, TeachCommand.class},
        mixinStandardHelpOptions = true)
public final class BenchMain {

    private BenchMain() {}

    /** Runs the command and ends the JVM. */
    public static void main(String[] args) {
        String[] rest =
                args.length > 0 && args[0].equals("bench")
                        ? Arrays.copyOfRange(args, 1, args.length)
                        : args;
        CommandLine line = new CommandLine(new BenchMain());
        if (rest.length == 0) {
            line.usage(System.err);
            System.exit(CommandLine.ExitCode.USAGE);
        }
        System.exit(line.execute(rest));
    }
}
