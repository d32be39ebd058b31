// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.description.HtmlFormatter;
import org.apache.flink.util.TimeUtils;
import org.junit.jupiter.api.Test;

/** The page of all options is made from the options. */
class JobOptionsTableTest {

    private static final Path PAGE = Path.of("../docs/reference/job-options.md");
    private static final String HEAD =
            """
            # Options of the streaming job

            Given as `--option value` to `io.talon.job.TalonJob`. Made from `JobOptions`; `./mvnw -pl flink-job -am test -Dtest=JobOptionsTableTest -Dsurefire.failIfNoSpecifiedTests=false`
            writes it to `flink-job/target/job-options.md` and fails where this page differs.

            | option | kind | default | what it is |
            |---|---|---|---|
            """;

    @Test
    void pageIsCurrent() throws Exception {
        String made =
                HEAD
                        + JobOptions.ALL.stream()
                                .map(JobOptionsTableTest::row)
                                .collect(Collectors.joining());
        Files.writeString(Path.of("target/job-options.md"), made);

        assertThat(Files.readString(PAGE))
                .as("copy flink-job/target/job-options.md to docs/reference")
                .isEqualTo(made);
    }

    private static String row(ConfigOption<?> option) {
        String description = new HtmlFormatter().format(option.description());
        return "| `%s` | %s | %s | %s |%n"
                .formatted(
                        option.key(), kind(option), value(option), description.replace("|", "\\|"));
    }

    /** Flink's own word for the kind, without its package. */
    private static String kind(ConfigOption<?> option) {
        return option.toString().contains("isList: true")
                ? "list, ;"
                : option.hasDefaultValue()
                        ? option.defaultValue().getClass().getSimpleName().toLowerCase()
                        : "string";
    }

    private static String value(ConfigOption<?> option) {
        if (!option.hasDefaultValue()) {
            return "";
        }
        Object value = option.defaultValue();
        return "`%s`"
                .formatted(
                        value instanceof Duration time
                                ? TimeUtils.formatWithHighestUnit(time)
                                : value);
    }
}
