// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.siem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.dashboards.kibana.SavedObject;
import io.talon.dashboards.lens.Column;
import io.talon.dashboards.lens.DocumentValues;
import io.talon.dashboards.lens.LensLayer;
import io.talon.dashboards.lens.LensPanel;
import io.talon.dashboards.lens.LensTable;
import io.talon.dashboards.lens.MarkdownPanel;
import io.talon.dashboards.lens.Panel;
import io.talon.dashboards.lens.PanelProof;
import io.talon.dashboards.lens.Panels;
import io.talon.dashboards.lens.SearchPanel;
import io.talon.dashboards.lens.TimeRange;
import io.talon.dashboards.sample.SampleDocuments;
import java.util.Map;
import java.util.stream.Collectors;

/** What a dashboard's panels show, asked from an Elasticsearch, for the page that draws it. */
final class PanelData {
    private final RealElasticsearch elasticsearch;
    private final Panels panels;

    PanelData(RealElasticsearch elasticsearch, Panels panels) {
        this.elasticsearch = elasticsearch;
        this.panels = panels;
    }

    ObjectNode of(SavedObject dashboard, String mark) throws Exception {
        ObjectNode json = RealElasticsearch.JSON.createObjectNode();
        json.put("title", dashboard.attributes().path("title").asText());
        json.put("mark", mark);
        ArrayNode list = json.putArray("panels");
        for (Panel panel : panels.of(dashboard)) {
            ObjectNode each = list.addObject();
            each.put("id", panel.id()).put("title", panel.title()).set("grid", panel.grid());
            fill(each, panel, panels.timeRange(dashboard.id(), SampleDocuments.END));
        }
        return json;
    }

    private void fill(ObjectNode json, Panel panel, TimeRange range) throws Exception {
        if (panel instanceof MarkdownPanel text) {
            json.put("markdown", text.markdown());
        } else if (panel instanceof SearchPanel search) {
            list(json.putObject("tables").putObject("data"), search, range);
        } else if (panel instanceof LensPanel lens) {
            json.put("kind", lens.kind()).set("visualization", lens.visualization());
            ObjectNode tables = json.putObject("tables");
            for (LensLayer layer : lens.searched()) {
                PanelProof proof = new PanelProof(lens, layer, range);
                table(
                        tables.putObject(layer.id()),
                        proof.read(search(layer.dataView(), proof.request())));
            }
            lines(json.putArray("lines"), lens);
        }
    }

    private JsonNode search(String dataView, JsonNode request) throws Exception {
        return elasticsearch.search(panels.dataViews().get(dataView), request);
    }

    private void list(ObjectNode json, SearchPanel panel, TimeRange range) throws Exception {
        ArrayNode columns = json.putArray("columns");
        Map<String, String> labels = panels.labels(panel.dataView());
        for (String name : panel.columns()) {
            columns.addObject().put("id", name).put("label", labels.getOrDefault(name, name));
        }
        ArrayNode rows = json.putArray("rows");
        JsonNode answer = search(panel.dataView(), panel.request(range));
        for (JsonNode hit : answer.at("/hits/hits")) {
            ArrayNode row = rows.addArray();
            for (String column : panel.columns()) {
                row.add(
                        DocumentValues.of(hit.path("_source"), column).stream()
                                .map(JsonNode::asText)
                                .collect(Collectors.joining(", ")));
            }
        }
    }

    private static void table(ObjectNode json, LensTable table) {
        ArrayNode columns = json.putArray("columns");
        for (Column column : table.columns()) {
            columns.addObject()
                    .put("id", column.id())
                    .put("label", column.label())
                    .put("number", column instanceof Column.Metric)
                    .put("date", column instanceof Column.Metric m && isDate(m));
        }
        ArrayNode rows = json.putArray("rows");
        table.rows().forEach(row -> rows.add(RealElasticsearch.JSON.valueToTree(row)));
    }

    private static boolean isDate(Column.Metric metric) {
        return metric.field().filter("@timestamp"::equals).isPresent()
                && metric.operation() != Column.Operation.COUNT
                && metric.operation() != Column.Operation.UNIQUE_COUNT;
    }

    /** Reference lines: fixed numbers in layers that search nothing. */
    private static void lines(ArrayNode json, LensPanel panel) {
        for (LensLayer layer : panel.layers()) {
            for (Column column : layer.columns()) {
                if (layer.isFixed() && column instanceof Column.Fixed fixed) {
                    json.addObject()
                            .put("label", fixed.label())
                            .put("value", fixed.value())
                            .put("colour", colour(panel, fixed.id()));
                }
            }
        }
    }

    private static String colour(LensPanel panel, String column) {
        for (JsonNode each : panel.visualization().findValues("yConfig")) {
            for (JsonNode config : each) {
                if (config.path("forAccessor").asText().equals(column) && config.has("color")) {
                    return config.path("color").asText();
                }
            }
        }
        return "#343741";
    }
}
