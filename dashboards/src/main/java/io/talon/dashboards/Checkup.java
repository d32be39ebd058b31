// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import io.talon.dashboards.Elasticsearch.Answer;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Looks at an Elasticsearch and says what stands in Talon's way. Changes nothing. Used by {@code
 * talon doctor} and before every installation. Thread-safe.
 */
public final class Checkup {
    private final Elasticsearch elasticsearch;

    public Checkup(URI elasticsearch, Credentials credentials) {
        this(new Elasticsearch(elasticsearch, credentials));
    }

    Checkup(Elasticsearch elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /**
     * Everything that is found, errors of the server first; empty if all is well. That a template
     * is missing or outdated is part of it.
     *
     * @throws IOException if the server cannot be reached or does not let us look
     */
    public List<Finding> run() throws IOException, InterruptedException {
        ServerFeatures features = ServerFeatures.of(elasticsearch);
        List<Finding> findings = new ArrayList<>(ofServer(features));
        AssetStore store = new AssetStore(elasticsearch);
        for (Asset asset : Asset.fitting(features, false)) {
            findings.addAll(ofAsset(store.compare(asset, features)));
        }
        findings.addAll(ofStreams(new DataStreams(elasticsearch).list()));
        return findings;
    }

    /** What concerns the server as a whole. */
    List<Finding> ofServer(ServerFeatures features) throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        ServerVersion.Product product = features.version().product();
        if (!features.version().isSupported()) {
            findings.add(
                    Finding.error(
                            "%s is %s; Talon supports %s"
                                    .formatted(product, features.version(), product.supported()),
                            "Upgrade %s first.".formatted(product)));
        }
        if (features.isOpenSearch() && !hasStateManagement()) {
            findings.add(
                    Finding.warning(
                            "nothing limits the age or size of Talon's documents: this OpenSearch"
                                    + " has no policy talon-anomaly",
                            "Make policies of index state management, see"
                                    + " docs/how-to/other-siems.md."));
        }
        if (features.security()) {
            for (String privilege : new Privileges(features).missing(elasticsearch)) {
                findings.add(
                        Finding.error(
                                "the API key lacks the privilege " + privilege,
                                "Make one with it: PUT /_security/api_key, see"
                                        + " docs/how-to/connect-elasticsearch.md."));
            }
        }
        for (RivalTemplate rival : rivals()) {
            findings.add(
                    Finding.error(
                            "index template %s (priority %d, pattern %s) takes the data streams of %s"
                                    .formatted(
                                            rival.name(),
                                            rival.priority(),
                                            rival.pattern(),
                                            rival.ours()),
                            "Give it a narrower pattern or a priority below %d."
                                    .formatted(rival.ourPriority())));
        }
        for (String name : new DataStreams(elasticsearch).impostors()) {
            findings.add(
                    Finding.error(
                            name
                                    + " is an index, not a data stream: nothing limits its age or"
                                    + " size",
                            "Reindex it into another name and delete it; the data stream is made"
                                    + " when the next document arrives."));
        }
        return findings;
    }

    private boolean hasStateManagement() throws IOException, InterruptedException {
        return elasticsearch.get("/_plugins/_ism/policies/talon-anomaly").isSuccess();
    }

    /** Templates of others that take our data streams away from ours. */
    List<RivalTemplate> rivals() throws IOException, InterruptedException {
        Answer answer = elasticsearch.get(AssetKind.INDEX_TEMPLATE.path());
        if (!answer.isSuccess()) {
            throw elasticsearch.refused("list its index templates", answer);
        }
        return RivalTemplate.among(answer.json().path("index_templates"));
    }

    static List<Finding> ofAsset(PlannedAsset planned) {
        Asset asset = planned.asset();
        String install = "Run talon install elasticsearch.";
        String force =
                "See talon install elasticsearch --diff, keep what you need in a component template"
                        + " talon.custom, then run it with --force.";
        return switch (planned.state()) {
            case SAME -> List.of();
            case MISSING -> List.of(Finding.error("there is no " + asset, install));
            case OUTDATED ->
                    List.of(Finding.warning("the " + asset + " is of an earlier version", install));
            case NEWER ->
                    List.of(
                            Finding.warning(
                                    "the " + asset + " was installed by a later version of Talon",
                                    "Use that version here too, or go back with --force."));
            case CHANGED ->
                    List.of(
                            Finding.warning(
                                    "the %s was changed by hand (%s)"
                                            .formatted(asset, planned.differences().get(0)),
                                    force));
            case FOREIGN -> List.of(Finding.error("the " + asset + " is not Talon's", force));
        };
    }

    /** What concerns the data streams that are there. */
    static List<Finding> ofStreams(List<TalonStream> streams) {
        List<Finding> findings = new ArrayList<>();
        for (TalonStream stream : streams) {
            stream.blocks()
                    .keySet()
                    .forEach(
                            block ->
                                    findings.add(
                                            Finding.error(
                                                    "%s is read-only (%s)"
                                                            .formatted(stream.name(), block),
                                                    "Free disk space if it is full, then PUT /%s/_settings {\"%s\": null}."
                                                            .formatted(
                                                                    stream.newest().index(),
                                                                    block))));
            findings.addAll(ofTypes(stream));
        }
        return findings;
    }

    private static List<Finding> ofTypes(TalonStream stream) {
        List<Finding> findings = new ArrayList<>();
        Map<String, String> ours = Mappings.fieldTypes(stream.template());
        for (TalonStream.IndexTypes index : stream.types()) {
            index.conflicts(ours)
                    .forEach(
                            (field, type) -> {
                                String what =
                                        "%s has the type %s in %s, Talon needs %s"
                                                .formatted(
                                                        field,
                                                        type,
                                                        index.index(),
                                                        ours.get(field));
                                findings.add(
                                        index.equals(stream.newest())
                                                ? Finding.error(
                                                        what,
                                                        "Run talon install elasticsearch --force, or POST /%s/_rollover: new documents get a new index."
                                                                .formatted(stream.name()))
                                                : Finding.warning(
                                                        what,
                                                        "Searches by it fail on that index until it"
                                                                + " is deleted or reindexed."));
                            });
        }
        if (stream.isBehind()) {
            findings.add(
                    Finding.warning(
                            stream.name() + " does not know all fields of the template yet",
                            "Run talon install elasticsearch."));
        }
        return findings;
    }
}
