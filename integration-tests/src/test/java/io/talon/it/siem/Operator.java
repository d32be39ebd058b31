// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.siem;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.dashboards.cli.InstallMain;
import io.talon.local.cli.LocalMain;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/**
 * Who looks at a server and installs, by the commands.
 *
 * @param apiKey file that holds the key he asks with, where the server wants one
 */
record Operator(URI server, Optional<Path> apiKey) {
    Operator(URI server) {
        this(server, Optional.empty());
    }

    /** What a command answered, both outputs together. */
    record Said(int exit, String text) {}

    Said doctor() {
        List<Object> words = new ArrayList<>(List.of("doctor", "--elasticsearch", server));
        apiKey.ifPresent(file -> words.addAll(List.of("--elasticsearch-key-file", file)));
        return run(new CommandLine(LocalMain.class), words);
    }

    Said install() {
        List<Object> words = new ArrayList<>(List.of("elasticsearch", "--url", server));
        apiKey.ifPresent(file -> words.addAll(List.of("--api-key-file", file)));
        return run(new CommandLine(new InstallMain()), words);
    }

    /** Both commands name what is wrong, and the remedy, in these words. */
    void assertBothSay(String... words) {
        assertThat(doctor().text()).as("talon doctor").contains(words);
        Said installed = install();
        assertThat(installed.text()).as("talon install").contains(words);
        assertThat(installed.exit()).as(installed.text()).isEqualTo(1);
    }

    private static Said run(CommandLine command, List<Object> words) {
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text, true);
        int exit =
                command.setCaseInsensitiveEnumValuesAllowed(true)
                        .setOut(writer)
                        .setErr(writer)
                        .execute(words.stream().map(Object::toString).toArray(String[]::new));
        return new Said(exit, text.toString());
    }
}
