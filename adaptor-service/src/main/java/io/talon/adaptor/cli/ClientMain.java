// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands that talk to a service over its API. */
@Command(
        name = "talon",
        description = "Talks to an adaptor service.",
        mixinStandardHelpOptions = true,
        subcommands = {
            SiteCommand.class,
            TripletCommand.class,
            AdaptorCommand.class,
            SuppressionCommand.class,
            AuditCommand.class,
            ModelCommand.class
        })
public final class ClientMain {
    private ClientMain() {}

    /** Exits with 0 when done, 1 when refused, 2 for wrong usage. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new ClientMain());
        line.setExecutionExceptionHandler(
                (e, command, result) -> {
                    command.getErr().println("talon: " + e.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                });
        return line;
    }
}
