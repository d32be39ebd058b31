// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.checks.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.talon.checks.Checkout;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What chart and Compose file pass to the job is what the job knows; it refuses anything else. */
class JobArgumentsTest {
    private static final Pattern KEY = Pattern.compile("key\\(\"([a-z.-]+)\"\\)");
    private static final Pattern ARGUMENT = Pattern.compile("(?m)^ +- --([a-z.-]+)$");
    private static final Set<String> OF_FLINK = Set.of("job-id", "job-classname");

    @ParameterizedTest
    @ValueSource(strings = {"small", "medium", "large"})
    void theChartPassesOptionsThatTheJobKnows(String example) throws Exception {
        JsonNode arguments =
                Rendered.of(example).tree("FlinkDeployment", "talon-job").at("/spec/job/args");
        Set<String> passed = new TreeSet<>();
        for (JsonNode argument : arguments) {
            if (argument.asText().startsWith("--")) {
                passed.add(argument.asText().substring(2));
            }
        }

        assertThat(passed)
                .contains("kafka.bootstrap", "elasticsearch.urls", "control.trusted-keys")
                .isSubsetOf(known());
    }

    @Test
    void theComposeFilePassesOptionsThatTheJobKnows() throws Exception {
        Set<String> passed = new TreeSet<>();
        Matcher matcher = ARGUMENT.matcher(Checkout.text("deploy/compose/compose.yaml"));
        while (matcher.find()) {
            passed.add(matcher.group(1));
        }
        passed.removeAll(OF_FLINK);

        assertThat(passed)
                .contains("kafka.bootstrap", "elasticsearch.urls", "control.trusted-keys")
                .isSubsetOf(known());
    }

    private static Set<String> known() throws Exception {
        Set<String> known = new TreeSet<>();
        Matcher matcher =
                KEY.matcher(Checkout.text("flink-job/src/main/java/io/talon/job/JobOptions.java"));
        while (matcher.find()) {
            known.add(matcher.group(1));
        }
        assertThat(known).hasSizeGreaterThan(10);
        return known;
    }
}
