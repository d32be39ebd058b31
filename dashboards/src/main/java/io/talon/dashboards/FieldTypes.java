// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Field types that ECS asks for but a small Elasticsearch lacks, because they come in modules of
 * their own. Each has a basic type of the same family that is searched in the same way and only
 * stored less cleverly.
 */
final class FieldTypes {
    private static final Map<String, String> BASIC =
            Map.of(
                    "constant_keyword", "keyword",
                    "match_only_text", "text",
                    "wildcard", "keyword");

    private static final Pattern UNKNOWN =
            Pattern.compile("(?:No handler for|The mapper) type \\[([a-z_]+)]");

    private FieldTypes() {}

    /** The type that a server did not know, read from its refusal; empty if that was not why. */
    static Optional<String> unknown(JsonNode refusal) {
        Matcher matcher = UNKNOWN.matcher(refusal.toString());
        return matcher.find() && BASIC.containsKey(matcher.group(1))
                ? Optional.of(matcher.group(1))
                : Optional.empty();
    }

    /** Whether {@code found} is what {@code wanted} was replaced with. */
    static boolean isSubstitute(String wanted, String found) {
        return found.equals(BASIC.get(wanted));
    }

    /** A copy in which every field of a type has the basic type instead. */
    static JsonNode without(JsonNode template, String type) {
        JsonNode copy = template.deepCopy();
        replace(copy, type);
        return copy;
    }

    /** Walks everything: a field may itself be called "type". */
    private static void replace(JsonNode node, String type) {
        if (node.path("type").asText().equals(type)) {
            ((ObjectNode) node).put("type", BASIC.get(type));
        }
        node.forEach(child -> replace(child, type));
    }
}
