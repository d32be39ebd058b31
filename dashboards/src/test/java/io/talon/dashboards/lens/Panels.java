// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.lens;

import com.fasterxml.jackson.databind.JsonNode;
import io.talon.dashboards.kibana.CanonicalJson;
import io.talon.dashboards.kibana.Reference;
import io.talon.dashboards.kibana.SavedObject;
import io.talon.dashboards.kql.Kql;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads the panels of packed dashboards, as Kibana would. */
public final class Panels {
    private final List<SavedObject> objects;

    public Panels(List<SavedObject> objects) {
        this.objects = objects;
    }

    /** Dashboards by id. */
    public Map<String, SavedObject> dashboards() {
        return objects.stream()
                .filter(object -> object.type().equals("dashboard"))
                .collect(
                        Collectors.toMap(
                                SavedObject::id, object -> object, (a, b) -> a, TreeMap::new));
    }

    /** Index patterns of the data views, by id. */
    public Map<String, String> dataViews() {
        return objects.stream()
                .filter(object -> object.type().equals("index-pattern"))
                .collect(
                        Collectors.toMap(
                                SavedObject::id,
                                object -> object.attributes().path("title").asText()));
    }

    /** What a data view calls fields instead of their names. */
    public Map<String, String> labels(String dataView) {
        Map<String, String> labels = new TreeMap<>();
        for (SavedObject object : objects) {
            if (object.key().equals("index-pattern/" + dataView)) {
                CanonicalJson.parse(object.attributes().path("fieldAttrs").asText("{}"))
                        .properties()
                        .forEach(
                                field ->
                                        labels.put(
                                                field.getKey(),
                                                field.getValue().path("customLabel").asText()));
            }
        }
        return labels;
    }

    /**
     * The time that a dashboard shows when it is opened.
     *
     * @param now the moment at which it is opened
     */
    public TimeRange timeRange(String dashboard, Instant now) {
        String from = dashboards().get(dashboard).attributes().path("timeFrom").asText();
        Matcher matcher = Pattern.compile("now-(\\d+)([hd])").matcher(from);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(dashboard + " is opened from '" + from + "'");
        }
        long count = Long.parseLong(matcher.group(1));
        Duration back =
                matcher.group(2).equals("d") ? Duration.ofDays(count) : Duration.ofHours(count);
        return new TimeRange(now.minus(back), now);
    }

    /** All panels of all dashboards. */
    public List<Panel> all() {
        return dashboards().values().stream().flatMap(d -> of(d).stream()).toList();
    }

    /** The panels of one dashboard, in its order. */
    public List<Panel> of(SavedObject dashboard) {
        List<Panel> panels = new ArrayList<>();
        JsonNode list = CanonicalJson.parse(dashboard.attributes().path("panelsJSON").asText());
        for (JsonNode json : list) {
            try {
                panels.add(panel(dashboard, json));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        dashboard.id() + ", panel " + id(json) + ": " + e.getMessage(), e);
            }
        }
        return panels;
    }

    private Panel panel(SavedObject dashboard, JsonNode json) {
        return switch (json.path("type").asText()) {
            case "lens" -> lens(dashboard, json);
            case "search" -> search(dashboard, json);
            case "visualization" ->
                    new MarkdownPanel(
                            dashboard.id(),
                            id(json),
                            json.path("title").asText(),
                            json.path("gridData"),
                            json.at("/embeddableConfig/savedVis/params/markdown").asText());
            default -> throw new IllegalArgumentException("type " + json.path("type"));
        };
    }

    private static Panel lens(SavedObject dashboard, JsonNode json) {
        JsonNode attributes = json.at("/embeddableConfig/attributes");
        JsonNode state = attributes.path("state");
        if (!state.path("filters").isEmpty()) {
            throw new IllegalArgumentException("filters are not known here; use the query");
        }
        List<LensLayer> layers = new ArrayList<>();
        for (Map.Entry<String, JsonNode> layer :
                state.at("/datasourceStates/formBased/layers").properties()) {
            String name = id(json) + ":indexpattern-datasource-layer-" + layer.getKey();
            layers.add(LensReader.layer(layer.getKey(), target(dashboard, name), layer.getValue()));
        }
        return new LensPanel(
                dashboard.id(),
                id(json),
                json.path("title").asText(),
                json.path("gridData"),
                attributes.path("visualizationType").asText(),
                state.path("visualization"),
                LensReader.kql(state.path("query")),
                layers);
    }

    private Panel search(SavedObject dashboard, JsonNode json) {
        String id = target(dashboard, id(json) + ":" + json.path("panelRefName").asText());
        SavedObject search =
                objects.stream()
                        .filter(each -> each.key().equals("search/" + id))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no search " + id));
        JsonNode source =
                CanonicalJson.parse(
                        search.attributes().at("/kibanaSavedObjectMeta/searchSourceJSON").asText());
        List<String> columns = new ArrayList<>(List.of("@timestamp"));
        search.attributes().path("columns").forEach(column -> columns.add(column.asText()));
        Kql query = LensReader.kql(source.path("query"));
        return new SearchPanel(
                dashboard.id(),
                id(json),
                json.path("title").asText(),
                json.path("gridData"),
                target(search, source.path("indexRefName").asText()),
                query,
                columns,
                StreamSupport.stream(search.attributes().path("sort").spliterator(), false)
                        .map(pair -> pair.path(0).asText())
                        .toList());
    }

    private static String target(SavedObject from, String name) {
        return from.references().stream()
                .filter(reference -> reference.name().equals(name))
                .map(Reference::id)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        from.key() + " has no reference named " + name));
    }

    private static String id(JsonNode panel) {
        return panel.path("panelIndex").asText();
    }
}
