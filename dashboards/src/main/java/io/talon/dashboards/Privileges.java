// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.dashboards.Elasticsearch.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What whoever installs must be allowed to do. */
final class Privileges {
    private static final List<String> STREAMS = List.of("logs-talon.*", "metrics-talon.*");
    private static final List<String> ON_STREAMS = List.of("manage", "view_index_metadata");

    private final ObjectNode asked = new ObjectMapper().createObjectNode();

    /** Those that an installation on a server with these features needs. */
    Privileges(ServerFeatures features) {
        ArrayNode cluster = asked.putArray("cluster");
        cluster.add("monitor").add("manage_index_templates");
        if (features.hasPipelines()) {
            cluster.add("manage_ingest_pipelines");
        }
        if (features.lifecyclePolicies()) {
            cluster.add("manage_ilm");
        }
        ObjectNode index = asked.putArray("index").addObject();
        STREAMS.forEach(index.putArray("names")::add);
        ON_STREAMS.forEach(index.putArray("privileges")::add);
    }

    /** Those that the caller does not have, in Elasticsearch's words. */
    List<String> missing(Elasticsearch elasticsearch) throws IOException, InterruptedException {
        Answer answer = elasticsearch.post("/_security/user/_has_privileges", asked);
        if (!answer.isSuccess()) {
            throw elasticsearch.refused("tell what we may do", answer);
        }
        List<String> missing = new ArrayList<>(denied(answer.json().path("cluster")));
        for (Map.Entry<String, JsonNode> names : answer.json().path("index").properties()) {
            denied(names.getValue()).forEach(each -> missing.add(each + " on " + names.getKey()));
        }
        return missing;
    }

    private static List<String> denied(JsonNode granted) {
        return granted.properties().stream()
                .filter(each -> !each.getValue().asBoolean())
                .map(Map.Entry::getKey)
                .toList();
    }
}
