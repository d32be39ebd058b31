// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import picocli.CommandLine;

/**
 * {@code talon simulate}. Exit code 0 when all logs were written, 1 when not, 2 for wrong usage.
 */
public final class SimulateMain {

    private static final String NAME = "simulate";

    private SimulateMain() {}

    /** Runs the command; its own name may stand first, as the talon script passes it. */
    public static void main(String[] args) {
        System.exit(
                run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), args));
    }

    static int run(PrintWriter out, PrintWriter err, String... args) {
        boolean named = args.length > 0 && args[0].equals(NAME);
        return commandLine()
                .setOut(out)
                .setErr(err)
                .execute(named ? Arrays.copyOfRange(args, 1, args.length) : args);
    }

    private static CommandLine commandLine() {
        return new CommandLine(new SimulateCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(110)
                .setExecutionExceptionHandler(
                        (e, commandLine, parsed) -> {
                            commandLine.getErr().println("talon simulate: " + Problems.inWords(e));
                            return CommandLine.ExitCode.SOFTWARE;
                        });
    }
}
