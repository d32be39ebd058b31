// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.siem;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.dashboards.cli.InstallMain;
import io.talon.local.cli.LocalMain;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** Who looks at a server and installs, by the commands. */
record Operator(URI server) {

    /** What a command answered, both outputs together. */
    record Said(int exit, String text) {}

    Said doctor() {
        return run(new CommandLine(LocalMain.class), "doctor", "--elasticsearch", server);
    }

    Said install() {
        return run(new CommandLine(new InstallMain()), "elasticsearch", "--url", server);
    }

    /** Both commands name what is wrong, and the remedy, in these words. */
    void assertBothSay(String... words) {
        assertThat(doctor().text()).as("talon doctor").contains(words);
        Said installed = install();
        assertThat(installed.text()).as("talon install").contains(words);
        assertThat(installed.exit()).as(installed.text()).isEqualTo(1);
    }

    private static Said run(CommandLine command, Object... arguments) {
        StringWriter text = new StringWriter();
        List<String> words = new ArrayList<>();
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        PrintWriter writer = new PrintWriter(text, true);
        int exit =
                command.setCaseInsensitiveEnumValuesAllowed(true)
                        .setOut(writer)
                        .setErr(writer)
                        .execute(words.toArray(String[]::new));
        return new Said(exit, text.toString());
    }
}
