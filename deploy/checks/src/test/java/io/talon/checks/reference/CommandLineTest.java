// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.checks.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.checks.Checkout;
import io.talon.checks.Command;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Asks every command for its help: a minute of starting virtual machines, so a long test. */
class CommandLineTest {
    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z]+) {3,}\\S");
    private static final Pattern SUBCOMMANDS =
            Pattern.compile("(?ms)^Commands:\n(.*?)(?:\n\n|\\z)");
    private static final Duration AT_MOST = Duration.ofMinutes(1);

    @Test
    void everyCommandOfTheUsageIsHandedOn() throws Exception {
        String script = Checkout.text("talon");

        assertThat(commands())
                .contains("demo", "score", "estimate")
                .allSatisfy(
                        command ->
                                assertThat(script)
                                        .containsPattern(
                                                "(?m)^  (\\w+\\|)*"
                                                        + command
                                                        + "(\\|\\w+)*\\).* run "));
    }

    @Tag("long")
    @Test
    void thePageOfCommandsIsCurrent() throws Exception {
        StringBuilder page =
                new StringBuilder(
                        "# Commands\n\n"
                            + "Made from what each says with `--help` by `CommandLineTest`; do not"
                            + " edit.\n");
        page.append("\n```\n").append(help(List.of())).append("```\n");
        for (String command : commands()) {
            append(page, List.of(command));
        }
        Generated.isCurrent("docs/reference/cli.md", page.toString());
    }

    private static void append(StringBuilder page, List<String> command) throws Exception {
        String help = help(command);
        page.append("\n").append("#".repeat(1 + command.size())).append(" talon ");
        page.append(String.join(" ", command)).append("\n\n```\n").append(help).append("```\n");
        Matcher subcommands = SUBCOMMANDS.matcher(help);
        if (subcommands.find()) {
            Matcher name = Pattern.compile("(?m)^  (\\w+) ").matcher(subcommands.group(1));
            while (name.find()) {
                List<String> longer = new ArrayList<>(command);
                longer.add(name.group(1));
                append(page, longer);
            }
        }
    }

    private static List<String> commands() throws IOException, InterruptedException {
        List<String> commands = new ArrayList<>();
        Matcher matcher = COMMAND.matcher(help(List.of()));
        while (matcher.find()) {
            commands.add(matcher.group(1));
        }
        return commands;
    }

    private static String help(List<String> command) throws IOException, InterruptedException {
        List<Object> words = new ArrayList<>();
        words.add(Checkout.path("talon"));
        words.addAll(command);
        words.add("--help");
        Command.Result result =
                Command.of(words.toArray())
                        .with("TALON_BUILD", "never")
                        .with("COLUMNS", "100")
                        .run(AT_MOST);
        assertThat(result.exit()).as(result.output()).isZero();
        return result.output()
                .replaceAll("(?m)^WARNING: Using incubator modules.*\n", "")
                .replaceAll("(?m)[ \t]+$", "");
    }
}
