// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import io.talon.dashboards.Elasticsearch.Answer;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an Elasticsearch or OpenSearch can do, as far as it matters here.
 *
 * @param lifecyclePolicies whether it has index lifecycle management
 * @param processors kinds of ingest processors that every node has
 * @param security whether it asks who is there, in the way of Elasticsearch
 * @param customPart whether it has the component template {@code talon.custom}
 */
public record ServerFeatures(
        ServerVersion version,
        boolean lifecyclePolicies,
        Set<String> processors,
        boolean security,
        boolean customPart) {

    /**
     * Asks the server.
     *
     * @throws IOException if it cannot be reached or does not let us ask
     */
    static ServerFeatures of(Elasticsearch elasticsearch) throws IOException, InterruptedException {
        Answer node = elasticsearch.get("/_nodes/_local?filter_path=nodes.*.version");
        if (!node.isSuccess()) {
            throw elasticsearch.refused("tell its version", node);
        }
        Answer ingest =
                elasticsearch.get("/_nodes/ingest?filter_path=nodes.*.ingest.processors.type");
        return new ServerFeatures(
                ServerVersion.parse(
                        product(elasticsearch.get("/")), node.json().findPath("version").asText()),
                !elasticsearch.get("/_ilm/policy/talon-anomaly").isUnknown(),
                ingest.isSuccess() ? shared(ingest.json().path("nodes")) : Set.of(),
                !elasticsearch.get("/_security/_authenticate").isUnknown(),
                elasticsearch
                        .get(AssetKind.COMPONENT_TEMPLATE.path(Asset.CUSTOM_PART))
                        .isSuccess());
    }

    private static ServerVersion.Product product(Answer root) {
        return root.json().at("/version/distribution").asText().equals("opensearch")
                ? ServerVersion.Product.OPENSEARCH
                : ServerVersion.Product.ELASTICSEARCH;
    }

    boolean isOpenSearch() {
        return version.product() == ServerVersion.Product.OPENSEARCH;
    }

    /**
     * Whether documents can be changed on their way in. Not in OpenSearch, whose processors have
     * gone ways of their own.
     */
    boolean hasPipelines() {
        return !isOpenSearch() && processors.contains("set") && processors.contains("pipeline");
    }

    /** Whether addresses can be looked up on the way in. */
    boolean canGeoip() {
        return hasPipelines() && processors.contains("geoip") && processors.contains("rename");
    }

    private static Set<String> shared(JsonNode nodes) {
        Set<String> shared = null;
        for (JsonNode node : nodes) {
            Set<String> here =
                    node.findValues("type").stream()
                            .map(JsonNode::asText)
                            .collect(Collectors.toSet());
            if (shared == null) {
                shared = here;
            } else {
                shared.retainAll(here);
            }
        }
        return shared == null ? Set.of() : Set.copyOf(shared);
    }
}
