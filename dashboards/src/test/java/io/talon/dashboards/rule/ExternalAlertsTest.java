// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.talon.dashboards.kql.DocumentMatch;
import io.talon.dashboards.kql.Kql;
import io.talon.dashboards.sample.SampleDocument;
import io.talon.dashboards.sample.SampleDocuments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Elastic's prebuilt rule External Alerts with the exception that docs/how-to/detection-rules.md
 * gives, beside our own two rules on alerts.
 */
class ExternalAlertsTest {
    private static final Kql EXTERNAL =
            Kql.parse(
                    "event.kind:alert and not (data_stream.dataset:\"talon.anomaly\""
                            + " and event.severity:(73 or 99))");

    private final List<Kql> ours =
            ShippedRules.all(Optional.empty()).stream()
                    .filter(
                            rule ->
                                    rule.name().endsWith("with a High Score")
                                            || rule.name().endsWith("Site Exhausted"))
                    .map(rule -> Kql.parse(rule.query()))
                    .toList();

    @Test
    void everyAlertIsRaisedByOneRuleAndNoEventByAny() {
        assertThat(ours).hasSize(2);
        List<Kql> all = new ArrayList<>(ours);
        all.add(EXTERNAL);
        List<JsonNode> anomalies =
                SampleDocuments.all().stream()
                        .filter(each -> each.stream().startsWith("logs-talon.anomaly-"))
                        .<JsonNode>map(SampleDocument::json)
                        .toList();
        assertThat(all)
                .allSatisfy(
                        rule ->
                                assertThat(anomalies)
                                        .anyMatch(each -> DocumentMatch.matches(rule, each)));
        for (JsonNode each : anomalies) {
            boolean alert = each.at("/event/kind").asText().equals("alert");
            assertThat(all.stream().filter(rule -> DocumentMatch.matches(rule, each)).count())
                    .as(each.toString())
                    .isEqualTo(alert ? 1 : 0);
        }
    }
}
