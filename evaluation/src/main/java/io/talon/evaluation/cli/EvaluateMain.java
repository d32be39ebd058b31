// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of {@code talon evaluate}. Results go to stdout, everything else to stderr. */
@Command(name = "talon", subcommands = EvaluateCommand.class)
public final class EvaluateMain {
    private EvaluateMain() {}

    /** Runs the command line; exits with 0 fine, 1 failed, 2 wrong usage. */
    public static void main(String[] arguments) {
        System.exit(
                new CommandLine(new EvaluateMain())
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setExecutionExceptionHandler(
                                (e, command, parsed) -> {
                                    command.getErr().println("talon evaluate: " + e.getMessage());
                                    return 1;
                                })
                        .execute(arguments));
    }
}
