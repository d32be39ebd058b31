// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code talon score} and {@code talon ingest}. */
@Command(
        name = "talon",
        subcommands = {ScoreCommand.class, IngestCommand.class})
public final class JobMain {

    private static final int BUFFER = 1 << 16;
    private static final String LOGGING = "log4j2.configurationFile";

    private JobMain() {}

    /** Runs the command named by the first argument; exits with 0 fine, 1 failed, 2 usage. */
    public static void main(String[] args) {
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, "io/talon/job/cli/log4j2.properties");
        }
        PrintWriter out = buffered(FileDescriptor.out);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int exit = run(out, err, args);
        out.flush();
        err.flush();
        System.exit(exit);
    }

    static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new JobMain())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(
                        (failure, command, parsed) -> {
                            command.getErr()
                                    .printf(
                                            "talon %s: %s%n",
                                            command.getCommandName(), reason(failure));
                            return CommandLine.ExitCode.SOFTWARE;
                        })
                .execute(args);
    }

    private static PrintWriter buffered(FileDescriptor file) {
        return new PrintWriter(
                new BufferedWriter(
                        new OutputStreamWriter(new FileOutputStream(file), StandardCharsets.UTF_8),
                        BUFFER));
    }

    /** The innermost message: what went wrong, not where it was noticed. */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
