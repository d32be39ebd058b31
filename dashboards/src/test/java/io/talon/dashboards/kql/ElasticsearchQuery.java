// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.kql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.dashboards.kibana.CanonicalJson;
import java.util.List;
import java.util.Locale;

/** A query as Kibana would send it to Elasticsearch, but for its choice of clauses. */
public final class ElasticsearchQuery {

    private ElasticsearchQuery() {}

    /** A clause of the query DSL. */
    public static ObjectNode of(Kql kql) {
        ObjectNode json = CanonicalJson.object();
        if (kql instanceof Kql.All) {
            json.putObject("match_all");
        } else if (kql instanceof Kql.And and) {
            json.putObject("bool").set("filter", clauses(and.parts()));
        } else if (kql instanceof Kql.Or or) {
            ObjectNode bool = json.putObject("bool");
            bool.set("should", clauses(or.parts()));
            bool.put("minimum_should_match", 1);
        } else if (kql instanceof Kql.Not not) {
            json.putObject("bool").set("must_not", of(not.part()));
        } else if (kql instanceof Kql.Exists exists) {
            json.putObject("exists").put("field", exists.field());
        } else if (kql instanceof Kql.Is is) {
            // match, not term: on a text field a value is analysed as the field was
            json.putObject("match").put(is.field(), is.value());
        } else if (kql instanceof Kql.Like like) {
            json.putObject("wildcard").putObject(like.field()).put("value", like.pattern());
        } else if (kql instanceof Kql.Range range) {
            json.putObject("range")
                    .putObject(range.field())
                    .put(range.operator().name().toLowerCase(Locale.ROOT), range.bound());
        }
        return json;
    }

    /** Matches what all of these match. */
    public static ObjectNode all(List<? extends JsonNode> clauses) {
        ObjectNode json = CanonicalJson.object();
        ArrayNode filter = json.putObject("bool").putArray("filter");
        clauses.forEach(filter::add);
        return json;
    }

    private static ArrayNode clauses(List<Kql> parts) {
        ArrayNode array = CanonicalJson.array();
        parts.forEach(part -> array.add(of(part)));
        return array;
    }
}
