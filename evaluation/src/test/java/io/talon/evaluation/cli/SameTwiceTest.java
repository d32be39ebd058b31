// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@Tag("long")
class SameTwiceTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "transfer --quick --simulated",
                "hard --quick --sites 1 --data none",
                "calibration --quick --data none"
            })
    void twoRunsOfACommandGiveTheSameTablesToTheLastDigit(String command) throws IOException {
        assertThat(run(command, "one")).isEqualTo(run(command, "two"));
    }

    private String run(String command, String name) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.addAll(List.of("--out", folder.resolve(name).toString()));
        int code =
                new CommandLine(new EvaluateCommand())
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .execute(arguments.toArray(String[]::new));
        assertThat(code).isZero();
        // Tables have three decimals, in which much may hide.
        Path results = folder.resolve(name);
        return Files.readString(results.resolve("README.md"))
                + Files.readString(results.resolve("outcomes.csv"));
    }
}
