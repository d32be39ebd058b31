// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.cli;

import java.util.Arrays;
import picocli.CommandLine;

/** How this module's commands are run. */
final class Commands {
    private static final int FAILED = 1;
    private static final int WRONG_CALL = 2;

    private Commands() {}

    /**
     * @param arguments with the name of the command first, as {@code ./talon} passes them
     * @return the exit code
     */
    static int run(Object command, String name, String... arguments) {
        String[] rest =
                arguments.length > 0 && arguments[0].equals(name)
                        ? Arrays.copyOfRange(arguments, 1, arguments.length)
                        : arguments;
        return new CommandLine(command)
                .setCommandName("talon " + name)
                .setExecutionExceptionHandler(
                        (failure, line, result) -> {
                            line.getErr().println("talon " + name + ": " + failure.getMessage());
                            return FAILED;
                        })
                .setExitCodeExceptionMapper(
                        failure ->
                                failure instanceof CommandLine.ParameterException
                                        ? WRONG_CALL
                                        : FAILED)
                .execute(rest);
    }
}
