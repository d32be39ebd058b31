// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.lens;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The values that a document has in a field, as Elasticsearch sees them: arrays are flattened. */
public final class DocumentValues {

    private DocumentValues() {}

    /** In the document's order; none if the field is absent or null. */
    public static List<JsonNode> of(JsonNode document, String field) {
        List<JsonNode> values = new ArrayList<>();
        collect(document, field.split("\\."), 0, values);
        return values;
    }

    private static void collect(JsonNode node, String[] path, int depth, List<JsonNode> values) {
        if (node.isArray()) {
            node.forEach(each -> collect(each, path, depth, values));
        } else if (depth < path.length) {
            collect(node.path(path[depth]), path, depth + 1, values);
        } else if (!node.isMissingNode() && !node.isNull()) {
            values.add(node);
        }
    }
}
