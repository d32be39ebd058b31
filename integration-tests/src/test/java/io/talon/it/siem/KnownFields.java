// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.siem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** That a server can search every field of a document. */
final class KnownFields {
    private KnownFields() {}

    /**
     * @param known what {@code _field_caps} answers for all fields
     */
    static void assertAllIn(JsonNode document, JsonNode known) {
        assertAllIn("", document, known);
    }

    private static void assertAllIn(String prefix, JsonNode node, JsonNode known) {
        node.properties()
                .forEach(
                        field -> {
                            String name = prefix + field.getKey();
                            if (field.getValue().isObject()) {
                                assertAllIn(name + ".", field.getValue(), known);
                            } else {
                                assertThat(known.has(name)).as(name).isTrue();
                            }
                        });
    }
}
