// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class FieldTypesTest {
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void readsTheUnknownTypeFromTheRefusal() throws Exception {
        JsonNode refusal =
                json.readTree(
                        """
                        {"error": {"reason": "invalid", "caused_by": {"reason":
                          "The mapper type [constant_keyword] declared on field [dataset] does not exist."}}}
                        """);

        assertThat(FieldTypes.unknown(refusal)).contains("constant_keyword");
    }

    @Test
    void aTypeWithoutABasicOneIsNoReasonToGoOn() throws Exception {
        JsonNode refusal =
                json.readTree(
                        "{\"error\": \"The mapper type [geo_shape] declared on field [area] does"
                                + " not exist.\"}");

        assertThat(FieldTypes.unknown(refusal)).isEmpty();
    }

    @Test
    void replacesEveryFieldOfTheTypeAndNothingElse() throws Exception {
        JsonNode template =
                json.readTree(
                        """
                        {"properties": {"a": {"type": "wildcard"}, "b": {"type": "long"},
                          "type": {"type": "wildcard"}}}
                        """);

        assertThat(FieldTypes.without(template, "wildcard"))
                .isEqualTo(
                        json.readTree(
                                """
                                {"properties": {"a": {"type": "keyword"}, "b": {"type": "long"},
                                  "type": {"type": "keyword"}}}
                                """));
    }
}
