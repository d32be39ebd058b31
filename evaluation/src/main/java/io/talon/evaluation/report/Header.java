// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Where figures come from, at the top of every file of results. No time of day, so that a second
 * run gives the same bytes.
 *
 * @param command as it was given
 * @param commit of the code, with {@code +changes} if the work tree differed; unknown outside a
 *     checkout
 * @param repetitions draws and seeds, in words
 * @param machine processor count, architecture and Java
 */
public record Header(String command, String commit, String repetitions, String machine) {

    /** The header of this process. */
    public static Header of(String command, String repetitions) {
        String machine =
                "%d × %s, Java %s"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                System.getProperty("os.arch"),
                                System.getProperty("java.version"));
        return new Header(command, currentCommit(), repetitions, machine);
    }

    /** The commit of the checkout that {@code talon.home} (or the working folder) is. */
    public static String currentCommit() {
        Path home = Path.of(System.getProperty("talon.home", "."));
        String head = git(home, "rev-parse", "--short=12", "HEAD");
        if (head.isEmpty()) {
            return "unknown";
        }
        return git(home, "status", "--porcelain", "-uno").isEmpty() ? head : head + "+changes";
    }

    private static String git(Path home, String... arguments) {
        try {
            ProcessBuilder git = new ProcessBuilder("git", "-C", home.toString());
            git.command().addAll(List.of(arguments));
            Process process = git.redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String out =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0
                    ? out.strip()
                    : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** As the first lines of a Markdown file. */
    public String markdown(String title) {
        return """
        # %s

        | | |
        |---|---|
        | command | `%s` |
        | commit | %s |
        | repetitions | %s |
        | machine | %s |

        """
                .formatted(title, command, commit, repetitions, machine);
    }
}
