// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * One of Talon's Elasticsearch templates, as it lies among this module's resources.
 *
 * @param name as Elasticsearch knows it
 * @param body what is sent; not to be changed
 */
public record Template(Kind kind, String name, JsonNode body) {

    /** The two kinds of composable templates. */
    public enum Kind {
        /** A part that index templates are composed of. */
        COMPONENT("component-template", "_component_template", "component_templates"),
        /** What a new data stream gets, chosen by its name. */
        INDEX("index-template", "_index_template", "index_templates");

        private final String folder;
        final String path;
        final String listed;

        Kind(String folder, String path, String listed) {
            this.folder = folder;
            this.path = path;
            this.listed = listed;
        }

        /** The field below which an answer holds one template. */
        String field() {
            return path.substring(1);
        }
    }

    /** All of them, each after those that it is composed of. */
    public static List<Template> all() {
        return List.of(
                read(Kind.COMPONENT, "talon-settings"),
                read(Kind.COMPONENT, "talon-anomaly-mappings"),
                read(Kind.COMPONENT, "talon-dlq-mappings"),
                read(Kind.COMPONENT, "talon-score-mappings"),
                read(Kind.INDEX, "logs-talon.anomaly"),
                read(Kind.INDEX, "logs-talon.dlq"),
                read(Kind.INDEX, "metrics-talon.score"));
    }

    private static Template read(Kind kind, String name) {
        String resource = "elasticsearch/" + kind.folder + "/" + name + ".json";
        try (InputStream in = Template.class.getResourceAsStream(resource)) {
            return new Template(kind, name, new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException("unreadable resource " + resource, e);
        }
    }

    /** Its priority among templates for the same names; 0 for a component. */
    public int priority() {
        return body.path("priority").asInt();
    }

    /** The names of data streams it is for; none for a component. */
    List<String> patterns() {
        return StreamSupport.stream(body.path("index_patterns").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
