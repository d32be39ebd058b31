// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One thing that Talon puts into an Elasticsearch, as it lies among this module's resources.
 *
 * @param name as Elasticsearch knows it
 * @param body what is sent; not to be changed
 */
public record Asset(AssetKind kind, String name, JsonNode body) {
    /** A component template of the user's own, applied last. */
    static final String CUSTOM_PART = "talon.custom";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> STREAMS =
            List.of(
                    "logs-talon.anomaly",
                    "logs-talon.dlq",
                    "logs-talon.audit",
                    "metrics-talon.score");

    /** All of them, each after those that it needs. */
    public static List<Asset> all() {
        return Stream.of(
                        of(
                                AssetKind.LIFECYCLE_POLICY,
                                "talon-anomaly",
                                "talon-dlq",
                                "talon-audit",
                                "talon-score"),
                        of(AssetKind.INGEST_PIPELINE, "talon-geoip", "talon"),
                        of(
                                AssetKind.COMPONENT_TEMPLATE,
                                "talon-settings",
                                "talon-pipeline",
                                "talon-geoip",
                                "talon-base-mappings",
                                "talon-anomaly-mappings",
                                "talon-zeek-conn-v1-mappings",
                                "talon-dlq-mappings",
                                "talon-audit-mappings",
                                "talon-score-mappings"),
                        of(AssetKind.INDEX_TEMPLATE, STREAMS.toArray(String[]::new)))
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<Asset> of(AssetKind kind, String... names) {
        return Stream.of(names)
                .map(
                        name ->
                                new Asset(
                                        kind,
                                        name,
                                        resource(kind.folder() + "/" + name + ".json")
                                                .orElseThrow()));
    }

    /** Those that make up what a server with these features gets. */
    static List<Asset> fitting(ServerFeatures features, boolean geoip) {
        return all().stream()
                .filter(asset -> asset.isWanted(features, geoip))
                .map(asset -> asset.fitted(features))
                .toList();
    }

    /** Whether it is of use to the server, and asked for where it is optional. */
    private boolean isWanted(ServerFeatures features, boolean geoip) {
        if (kind == AssetKind.LIFECYCLE_POLICY) {
            return features.lifecyclePolicies();
        }
        if (name.equals("talon-geoip")) {
            return geoip && features.canGeoip();
        }
        return !(kind == AssetKind.INGEST_PIPELINE || name.equals("talon-pipeline"))
                || features.hasPipelines();
    }

    /** As the server takes it. */
    private Asset fitted(ServerFeatures features) {
        return new Asset(kind, name, fitted(body, features));
    }

    /** Where the server has lifecycle policies, one takes the place of the template's lifecycle. */
    JsonNode fitted(JsonNode other, ServerFeatures features) {
        if (features.isOpenSearch()) {
            return OpenSearchForm.of(this, other, features);
        }
        if (kind != AssetKind.INDEX_TEMPLATE || !features.lifecyclePolicies()) {
            return other;
        }
        ObjectNode copy = other.deepCopy();
        ObjectNode template = (ObjectNode) copy.path("template");
        template.remove("lifecycle");
        template.withObject("/settings/index/lifecycle")
                .put("name", name.replaceAll("^(logs|metrics)-talon\\.", "talon-"));
        return copy;
    }

    /** Counted up whenever the content changes. */
    public int version() {
        return version(body);
    }

    static int version(JsonNode body) {
        return body.path("policy").isObject()
                ? body.at("/policy/_meta/version").asInt()
                : body.path("version").asInt();
    }

    /** Whether what a server holds says that it came from here. */
    static boolean isOurs(JsonNode held) {
        JsonNode meta =
                held.path("policy").isObject() ? held.at("/policy/_meta") : held.path("_meta");
        return meta.path("managed_by").asText().equals("talon");
    }

    /** What an earlier version, or this one, said; empty if there was none of that number. */
    Optional<JsonNode> released(int version) {
        return version == version()
                ? Optional.of(body)
                : resource("history/%s@%d.json".formatted(name, version));
    }

    /** Its priority among templates for the same names; 0 for what is no index template. */
    public int priority() {
        return body.path("priority").asInt();
    }

    /** The names of data streams it is for; none for what is no index template. */
    List<String> patterns() {
        return StreamSupport.stream(body.path("index_patterns").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }

    private static Optional<JsonNode> resource(String path) {
        try (InputStream in = Asset.class.getResourceAsStream("elasticsearch/" + path)) {
            return in == null ? Optional.empty() : Optional.of(JSON.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException("unreadable resource " + path, e);
        }
    }
}
