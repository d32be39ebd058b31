// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void defaultsThatTheServerAddedDoNotMatter() throws Exception {
        assertThat(
                        differences(
                                "{'data_stream': {'hidden': false}, 'created_date': 1, 'version':"
                                        + " 1}",
                                "{'data_stream': {}, 'version': 1}"))
                .isEmpty();
    }

    @Test
    void whatSomebodyAddedToTheContentMatters() throws Exception {
        assertThat(
                        differences(
                                "{'template': {'mappings': {'properties': {'a': {'type':"
                                        + " 'long'}}}}}",
                                "{'template': {'mappings': {'properties': {}}}}"))
                .containsExactly("template.mappings.properties.a: {\"type\":\"long\"} -> (none)");
    }

    @Test
    void aChangedOrMissingValueMatters() throws Exception {
        assertThat(differences("{'a': {'b': 2}}", "{'a': {'b': 1}}"))
                .containsExactly("a.b: 2 -> 1");
        assertThat(differences("{'a': {}}", "{'a': {'b': 1}}")).containsExactly("a.b: (none) -> 1");
        assertThat(differences("{'a': ['x', 'y']}", "{'a': ['x']}"))
                .containsExactly("a: [\"x\",\"y\"] -> [\"x\"]");
    }

    @Test
    void theBasicTypeOfAFamilyStandsForTheTypeButNoOtherDoes() throws Exception {
        String ours = "{'f': {'type': 'match_only_text'}}";
        assertThat(differences("{'f': {'type': 'text'}}", ours)).isEmpty();
        assertThat(differences("{'f': {'type': 'keyword'}}", ours)).hasSize(1);
    }

    private static List<String> differences(String held, String ours)
            throws JsonProcessingException {
        return Comparison.differences(json(held), json(ours)).stream()
                .map(Difference::toString)
                .toList();
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }
}
