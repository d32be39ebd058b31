// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;

/** What every document of ours has in common. */
final class Json {

    private static final String ECS_VERSION = "9.4.0";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static void dataStream(ObjectNode root, String type, String dataset, String tenant) {
        root.putObject("ecs").put("version", ECS_VERSION);
        root.putObject("data_stream")
                .put("type", type)
                .put("dataset", dataset)
                .put("namespace", tenant);
    }

    static Document document(
            ObjectNode root, String type, String dataset, String tenant, String id) {
        return new Document("%s-%s-%s".formatted(type, dataset, tenant), id, bytes(root));
    }

    static byte[] bytes(ObjectNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always writable", e);
        }
    }

    /** Puts the cleaned text, or nothing when it is null. */
    static void text(ObjectNode to, String field, String value) {
        if (value != null) {
            to.put(field, WireText.clean(value));
        }
    }

    /** Puts the bytes in Base64, as a binary field wants them, or nothing when they are null. */
    static void binary(ObjectNode to, String field, ByteBuffer value) {
        if (value != null) {
            byte[] bytes = new byte[value.remaining()];
            value.duplicate().get(bytes);
            to.put(field, bytes);
        }
    }

    /** Puts the number, or nothing when it is null. */
    static void number(ObjectNode to, String field, Long value) {
        if (value != null) {
            to.put(field, value);
        }
    }
}
