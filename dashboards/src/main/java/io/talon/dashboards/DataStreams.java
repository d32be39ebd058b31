// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import io.talon.dashboards.Elasticsearch.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The data streams in one Elasticsearch that Talon's templates are for. */
final class DataStreams {
    private static final String NAMES = "logs-talon.*,metrics-talon.*";

    private final Elasticsearch elasticsearch;

    DataStreams(Elasticsearch elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /** Those that are there, by name. */
    List<TalonStream> list() throws IOException, InterruptedException {
        List<TalonStream> streams = new ArrayList<>();
        for (JsonNode each : resolved().path("data_streams")) {
            Optional<Asset> template = templateFor(each.path("name").asText());
            if (template.isPresent()) {
                streams.add(read(each.path("name").asText(), template.get()));
            }
        }
        return streams;
    }

    /** Plain indices that bear the name of one of our data streams. */
    List<String> impostors() throws IOException, InterruptedException {
        List<String> names = new ArrayList<>();
        for (JsonNode each : resolved().path("indices")) {
            String name = each.path("name").asText();
            if (!each.has("data_stream") && templateFor(name).isPresent()) {
                names.add(name);
            }
        }
        return names;
    }

    /** Lets the newest index know the fields that it lacks; what is in it already stays. */
    void bringUpToDate(TalonStream stream) throws IOException, InterruptedException {
        JsonNode body = Mappings.merged(stream.template());
        while (true) {
            Answer answer =
                    elasticsearch.put(
                            "/" + stream.name() + "/_mapping?write_index_only=true", body);
            if (answer.isSuccess()) {
                return;
            }
            String unknown = FieldTypes.unknown(answer.json()).orElse(null);
            JsonNode simpler = unknown == null ? body : FieldTypes.without(body, unknown);
            simpler = sameTypes(simpler, stream.newest().types());
            if (simpler.equals(body)) {
                throw elasticsearch.refused("add fields to " + stream.name(), answer);
            }
            body = simpler;
        }
    }

    /** Starts a new index, which gets the types of the template; the old one stays searchable. */
    void rollOver(TalonStream stream) throws IOException, InterruptedException {
        Answer answer = elasticsearch.post("/" + stream.name() + "/_rollover");
        if (!answer.isSuccess()) {
            throw elasticsearch.refused("roll " + stream.name() + " over", answer);
        }
    }

    /** A basic type that an index was made with stays, though the server has learnt the other. */
    private static JsonNode sameTypes(JsonNode body, Map<String, String> types) {
        JsonNode result = body;
        for (String basic : List.of("constant_keyword", "match_only_text")) {
            if (types.values().stream().noneMatch(basic::equals)) {
                result = FieldTypes.without(result, basic);
            }
        }
        return result;
    }

    private TalonStream read(String name, Asset template) throws IOException, InterruptedException {
        Answer mappings = get("/" + name + "/_mapping", "show the mapping of " + name);
        List<TalonStream.IndexTypes> types = new ArrayList<>();
        mappings.json().properties().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                        index ->
                                types.add(
                                        new TalonStream.IndexTypes(
                                                index.getKey(),
                                                Mappings.fieldTypes(
                                                        index.getValue().path("mappings")))));
        String newest = types.get(types.size() - 1).index();
        Answer settings =
                get(
                        "/" + newest + "/_settings?flat_settings=true",
                        "show the settings of " + newest);
        return new TalonStream(
                name,
                template,
                types,
                TalonStream.blocks(settings.json().path(newest).path("settings")));
    }

    private JsonNode resolved() throws IOException, InterruptedException {
        return get("/_resolve/index/" + NAMES + "?expand_wildcards=all", "list data streams")
                .json();
    }

    private Answer get(String path, String what) throws IOException, InterruptedException {
        Answer answer = elasticsearch.get(path);
        if (!answer.isSuccess()) {
            throw elasticsearch.refused(what, answer);
        }
        return answer;
    }

    private static Optional<Asset> templateFor(String stream) {
        return Asset.all().stream()
                .filter(
                        asset ->
                                asset.patterns().stream()
                                        .anyMatch(p -> stream.startsWith(p.replace("*", ""))))
                .findFirst();
    }
}
