// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import io.talon.dashboards.Elasticsearch.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The assets in one Elasticsearch. */
final class AssetStore {
    private final Elasticsearch elasticsearch;

    AssetStore(Elasticsearch elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /** How the server's stands to ours; changes nothing. */
    PlannedAsset compare(Asset asset, ServerFeatures features)
            throws IOException, InterruptedException {
        Optional<JsonNode> held = held(asset);
        if (held.isEmpty()) {
            return new PlannedAsset(asset, AssetState.MISSING, List.of());
        }
        List<Difference> differences = Comparison.differences(held.get(), asset.body());
        return new PlannedAsset(
                asset, state(asset, held.get(), differences, features), differences);
    }

    private static AssetState state(
            Asset asset, JsonNode held, List<Difference> differences, ServerFeatures features) {
        if (differences.isEmpty()) {
            return AssetState.SAME;
        }
        if (!Asset.isOurs(held)) {
            return AssetState.FOREIGN;
        }
        int version = Asset.version(held);
        if (version > asset.version()) {
            return AssetState.NEWER;
        }
        boolean untouched =
                asset.released(version)
                        .map(body -> Comparison.differences(held, asset.fitted(body, features)))
                        .map(List::isEmpty)
                        .orElse(false);
        return untouched ? AssetState.OUTDATED : AssetState.CHANGED;
    }

    /**
     * Makes or replaces it.
     *
     * @return field types that the server does not know and that were replaced
     */
    List<String> put(Asset asset) throws IOException, InterruptedException {
        List<String> replaced = new ArrayList<>();
        JsonNode body = asset.body();
        while (true) {
            Answer answer = elasticsearch.put(asset.kind().path(asset.name()), body);
            if (answer.isSuccess()) {
                return replaced;
            }
            String unknown =
                    FieldTypes.unknown(answer.json())
                            .filter(type -> !replaced.contains(type))
                            .orElse(null);
            if (unknown == null) {
                throw elasticsearch.refused("install the " + asset, answer);
            }
            replaced.add(unknown);
            body = FieldTypes.without(body, unknown);
        }
    }

    /** Takes it away; says whether there was one. */
    boolean delete(Asset asset) throws IOException, InterruptedException {
        Answer answer = elasticsearch.delete(asset.kind().path(asset.name()));
        if (answer.status() == 404) {
            return false;
        }
        if (!answer.isSuccess()) {
            throw elasticsearch.refused("remove the " + asset, answer);
        }
        return true;
    }

    private Optional<JsonNode> held(Asset asset) throws IOException, InterruptedException {
        Answer answer = elasticsearch.get(asset.kind().path(asset.name()));
        if (answer.status() == 404) {
            return Optional.empty();
        }
        if (!answer.isSuccess()) {
            throw elasticsearch.refused("show the " + asset, answer);
        }
        return Optional.of(asset.kind().held(answer.json(), asset.name()));
    }
}
