// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.cli;

import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;

/**
 * The commands that run or look at a deployment: {@code demo}, {@code doctor}, {@code estimate}.
 */
@Command(
        name = "talon",
        subcommands = {DemoCommand.class, DoctorCommand.class, EstimateCommand.class},
        mixinStandardHelpOptions = true)
public final class LocalMain {
    private LocalMain() {}

    /** Runs a command; the first argument is its name. Exits with 0 fine, 1 failed, 2 usage. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        IExecutionExceptionHandler tell =
                (e, command, parsed) -> {
                    command.getErr().println("talon " + command.getCommandName() + ": " + text(e));
                    return 1;
                };
        return new CommandLine(new LocalMain())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(tell)
                .execute(arguments);
    }

    /** An IOException says what is wrong; anything else is a fault of ours and says what it is. */
    private static String text(Exception e) {
        return e instanceof IOException && e.getMessage() != null ? e.getMessage() : e.toString();
    }
}
