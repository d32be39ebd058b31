// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.kql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.talon.dashboards.kibana.CanonicalJson;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KqlTest {
    private static final JsonNode DOCUMENT =
            CanonicalJson.parse(
                    """
                    {"event": {"kind": "alert", "severity": 73, "category": ["network", "intrusion_detection"]},
                     "labels": {"site": "plant 7"}, "talon": {"anomaly": {"is_interim": false}},
                     "@timestamp": "2026-11-24T10:00:00Z"}
                    """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "event.kind:alert | true",
                "event.kind : \"alert\" | true",
                "event.kind:metric | false",
                "event.category:intrusion_detection | true",
                "event.category:(process or network) | true",
                "event.category:(process or not network) | false",
                "event.kind:(not alert) | false",
                "event.severity >= 73 | true",
                "event.severity > 73 | false",
                "event.severity < 73.5 and event.severity <= 73 | true",
                "labels.site:\"plant 7\" | true",
                "labels.site:plant* | true",
                "labels.site:*8 | false",
                "labels.site:* | true",
                "labels.tenant:* | false",
                "not labels.tenant:* | true",
                "talon.anomaly.is_interim:false | true",
                "@timestamp >= \"2026-11-24T09:00:00.000Z\" | true",
                "@timestamp < \"2026-11-24T09:00:00.000Z\" | false",
                "event.kind:metric or event.kind:alert and event.severity:73 | true",
                "(event.kind:metric or event.kind:alert) and event.severity:21 | false",
                "NOT event.kind:metric AND event.severity:73 | true",
            })
    void decidesWhetherADocumentMatches(String query, boolean expected) {
        assertThat(DocumentMatch.matches(Kql.parse(query), DOCUMENT)).isEqualTo(expected);
    }

    @Test
    void anEmptyQueryMatchesEverything() {
        assertThat(Kql.parse("  ")).isEqualTo(new Kql.All());
        assertThat(DocumentMatch.matches(Kql.parse(""), DOCUMENT)).isTrue();
    }

    @Test
    void translatesToQueryClauses() {
        String query =
                "event.kind:alert and not (labels.site:a* or talon.x:*) and event.severity >= 47";
        assertThat(ElasticsearchQuery.of(Kql.parse(query)))
                .isEqualTo(
                        CanonicalJson.parse(
                                """
                                {"bool": {"filter": [
                                  {"match": {"event.kind": "alert"}},
                                  {"bool": {"must_not": {"bool": {"minimum_should_match": 1, "should": [
                                    {"wildcard": {"labels.site": {"value": "a*"}}},
                                    {"exists": {"field": "talon.x"}}]}}}},
                                  {"range": {"event.severity": {"gte": "47"}}}]}}
                                """));
    }

    @Test
    void namesEveryFieldOnce() {
        assertThat(Kql.parse("a:1 and (b >= 2 or not c:* or a:x*)").fields())
                .isEqualTo(Set.copyOf(List.of("a", "b", "c")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alert",
                "event.kind:",
                "event.kind:(a or",
                "a:b c:d",
                "a:{ b:c }",
                "and",
                "a:\"b"
            })
    void refusesWhatItDoesNotKnow(String query) {
        assertThatThrownBy(() -> Kql.parse(query))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(query);
    }
}
