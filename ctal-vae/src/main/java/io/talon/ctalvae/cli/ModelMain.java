// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.cli;

import io.talon.ctalvae.io.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code talon train} and {@code talon adapt}. */
@Command(
        name = "talon",
        description = "Trains models and adapts them to sites.",
        subcommands = {TrainCommand.class, AdaptCommand.class},
        versionProvider = ModelMain.VersionProvider.class,
        mixinStandardHelpOptions = true)
public final class ModelMain {
    private ModelMain() {}

    /**
     * Runs a command and exits with 0 if it succeeded, 1 if it failed, 2 if it was called wrongly.
     */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new ModelMain());
        line.setExecutionExceptionHandler(
                (exception, command, parsed) -> {
                    if (!(exception instanceof CommandFailure)) {
                        throw exception;
                    }
                    command.getErr().println("talon: " + exception.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                });
        return line;
    }

    static final class VersionProvider implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"talon " + Version.STRING};
        }
    }
}
