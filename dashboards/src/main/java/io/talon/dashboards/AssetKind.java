// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * The kinds of things that Talon puts into an Elasticsearch, in the order of their installation.
 */
public enum AssetKind {
    /**
     * When an index is rolled over and deleted, where the server has index lifecycle management.
     */
    LIFECYCLE_POLICY("ilm-policy", "_ilm/policy", "lifecycle policy"),
    /** What happens to a document before it is indexed. */
    INGEST_PIPELINE("ingest-pipeline", "_ingest/pipeline", "ingest pipeline"),
    /** A part that index templates are composed of. */
    COMPONENT_TEMPLATE("component-template", "_component_template", "component template"),
    /** What a new data stream gets, chosen by its name. */
    INDEX_TEMPLATE("index-template", "_index_template", "index template");

    private final String folder;
    private final String path;
    private final String words;

    AssetKind(String folder, String path, String words) {
        this.folder = folder;
        this.path = path;
        this.words = words;
    }

    /** Folder of the resources. */
    String folder() {
        return folder;
    }

    /** Where all of this kind are listed. */
    String path() {
        return "/" + path;
    }

    String path(String name) {
        return path() + "/" + name;
    }

    /** What a server that was asked for one answers it with, freed from the frame around it. */
    JsonNode held(JsonNode answer, String name) {
        return switch (this) {
            case COMPONENT_TEMPLATE -> answer.at("/component_templates/0/component_template");
            case INDEX_TEMPLATE -> answer.at("/index_templates/0/index_template");
            case INGEST_PIPELINE -> answer.path(name);
            case LIFECYCLE_POLICY ->
                    JsonNodeFactory.instance
                            .objectNode()
                            .set("policy", answer.path(name).path("policy"));
        };
    }

    /** What people call it. */
    @Override
    public String toString() {
        return words;
    }
}
