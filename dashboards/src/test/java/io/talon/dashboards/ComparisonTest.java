// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void defaultsThatTheServerAddedDoNotMatter() throws Exception {
        assertThat(
                        Comparison.covers(
                                json("{'a': {'b': 1, 'added': true}, 'more': []}"),
                                json("{'a': {'b': 1}}")))
                .isTrue();
    }

    @Test
    void aChangedOrMissingValueMatters() throws Exception {
        assertThat(Comparison.covers(json("{'a': {'b': 2}}"), json("{'a': {'b': 1}}"))).isFalse();
        assertThat(Comparison.covers(json("{'a': {}}"), json("{'a': {'b': 1}}"))).isFalse();
        assertThat(Comparison.covers(json("{'a': ['x', 'y']}"), json("{'a': ['x']}"))).isFalse();
    }

    @Test
    void theBasicTypeOfAFamilyStandsForTheTypeButNoOtherDoes() throws Exception {
        JsonNode ours = json("{'type': 'match_only_text'}");
        assertThat(Comparison.covers(json("{'type': 'text'}"), ours)).isTrue();
        assertThat(Comparison.covers(json("{'type': 'keyword'}"), ours)).isFalse();
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }
}
