// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HardCommandTest {
    @TempDir Path folder;

    @Test
    void aRowThatThereIsNotIsSaidWithThoseThatThereAre() {
        List<String> said = new ArrayList<>();
        int code =
                new CommandLine(new EvaluateCommand())
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setExecutionExceptionHandler(
                                (problem, command, parsed) -> {
                                    said.add(problem.getMessage());
                                    return 1;
                                })
                        .execute(
                                "hard",
                                "--row",
                                "Random Cut Forest",
                                "--row",
                                "crystal ball",
                                "--out",
                                folder.toString());

        assertThat(code).isEqualTo(1);
        assertThat(said).singleElement().asString().contains("--row crystal ball", "kNN, same");
        assertThat(folder).isEmptyDirectory();
    }
}
