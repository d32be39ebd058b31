// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.siem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.it.siem.RealElasticsearch.IndexedDocument;

/**
 * Documents with the values that a server counts with: two scores that differ in double precision
 * are a tie where the field is a {@code float}.
 *
 * @param known what {@code _field_caps} answers for all fields
 */
record SinglePrecision(JsonNode known) {

    IndexedDocument of(IndexedDocument document) {
        ObjectNode json = document.json().deepCopy();
        round("", json);
        return new IndexedDocument(document.stream(), json);
    }

    private void round(String prefix, ObjectNode object) {
        for (var field : object.properties()) {
            String name = prefix + field.getKey();
            if (field.getValue() instanceof ObjectNode inner) {
                round(name + ".", inner);
            } else if (field.getValue().isDouble() && known.path(name).has("float")) {
                field.setValue(DoubleNode.valueOf(field.getValue().floatValue()));
            }
        }
    }
}
