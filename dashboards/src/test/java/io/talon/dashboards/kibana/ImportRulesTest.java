// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.kibana;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ImportRulesTest {

    @Test
    void theShippedObjectsKeepTheRules() {
        assertThat(ImportRules.violations(ShippedObjects.all())).isEmpty();
    }

    @Test
    void everyDashboardIsThere() {
        assertThat(ShippedObjects.all())
                .extracting(SavedObject::key)
                .contains(
                        "dashboard/talon-overview",
                        "dashboard/talon-anomaly-detail",
                        "dashboard/talon-site-health",
                        "dashboard/talon-triplets",
                        "dashboard/talon-tenants");
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void findsWhatKibanaWouldRefuse(String from, String to, String expected) {
        String text = SavedObjectFile.text(ShippedObjects.all());
        assertThat(text).contains(from);
        List<SavedObject> broken =
                SavedObjectFile.parse(
                        text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)));
        assertThat(ImportRules.violations(broken))
                .anySatisfy(v -> assertThat(v).contains(expected));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(
                        "\"typeMigrationVersion\":\"10.2.0\"",
                        "\"typeMigrationVersion\":\"10.9.0\"",
                        "not 10.2.0"),
                Arguments.of("\"type\":\"search\"", "\"type\":\"lens\"", "none of"),
                Arguments.of("\"hideChart\":true", "\"hideTheChart\":true", "unknown to"),
                Arguments.of("\"id\":\"talon-audit\"", "\"id\":\"Audit\"", "not of the form"),
                Arguments.of(
                        "\"id\":\"talon-audit\"", "\"id\":\"talon-audits\"", "not in the file"),
                Arguments.of("{\\\"x\\\":", "{\\\"x\\\"", "not JSON"),
                Arguments.of(
                        "panelRefName\\\":\\\"panel_",
                        "panelRefName\\\":\\\"other_",
                        "needs a reference named"),
                Arguments.of(
                        "\\\"layerId\\\":\\\"data\\\"",
                        "\\\"layerId\\\":\\\"dada\\\"",
                        "draws layer dada"),
                Arguments.of(
                        "\\\"xAccessor\\\":\\\"x\\\"",
                        "\\\"xAccessor\\\":\\\"y\\\"",
                        "draws column y"),
                Arguments.of(
                        "\\\"columnId\\\":\\\"score\\\",\\\"type\\\":\\\"column\\\"",
                        "\\\"columnId\\\":\\\"none\\\",\\\"type\\\":\\\"column\\\"",
                        "ordered by a column that there is not"),
                Arguments.of(
                        "\\\"operationType\\\":\\\"max\\\"",
                        "\\\"operationType\\\":\\\"last_value\\\"",
                        "ordered by a last value"),
                Arguments.of(
                        "\\\"type\\\":\\\"markdown\\\"", "\\\"type\\\":\\\"vega\\\"", "'vega'"),
                Arguments.of("\\\"id\\\":\\\"bytes\\\"", "\\\"id\\\":\\\"url\\\"", "'url'"),
                Arguments.of(
                        "(#/view/talon-overview)", "(https://evil.example/)", "a link leads to"),
                Arguments.of("**What was unusual.**", "<b>What was unusual.</b>", "HTML"),
                Arguments.of("\\\"w\\\":48", "\\\"w\\\":49", "outside the grid"),
                Arguments.of("\\\"y\\\":4}", "\\\"y\\\":1}", "it covers panel"));
    }

    @Test
    void findsAnObjectThatIsThereTwice() {
        List<SavedObject> twice = new ArrayList<>(ShippedObjects.all());
        twice.add(twice.get(0));
        assertThat(ImportRules.violations(twice)).anySatisfy(v -> assertThat(v).contains("twice"));
    }
}
