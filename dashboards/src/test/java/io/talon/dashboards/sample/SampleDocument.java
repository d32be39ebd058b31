// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A document and where it goes.
 *
 * @param stream name of the data stream
 */
public record SampleDocument(String stream, ObjectNode json) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What all of Talon's documents have. */
    static SampleDocument of(
            String type, String dataset, String kind, SampleSite site, Instant time) {
        SampleDocument document =
                new SampleDocument(
                        "%s-%s-%s".formatted(type, dataset, site.tenant()),
                        MAPPER.createObjectNode());
        return document.put("@timestamp", time.toString())
                .put("ecs.version", "9.4.0")
                .put("data_stream.type", type)
                .put("data_stream.dataset", dataset)
                .put("data_stream.namespace", site.tenant())
                .put("event.kind", kind)
                .put("event.module", "talon")
                .put("event.dataset", dataset)
                .put("organization.id", site.tenant())
                .put("labels.site", site.name());
    }

    /** Sets a field by its full name; a dot leads into a sub-object. */
    SampleDocument put(String field, Object value) {
        ObjectNode node = json;
        String[] steps = field.split("\\.");
        for (int i = 0; i < steps.length - 1; i++) {
            node = node.withObjectProperty(steps[i]);
        }
        node.set(steps[steps.length - 1], MAPPER.<JsonNode>valueToTree(value));
        return this;
    }
}
