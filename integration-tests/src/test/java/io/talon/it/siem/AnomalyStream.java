// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.siem;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;

/** One tenant's data stream of anomalies on a server. */
record AnomalyStream(RealElasticsearch server, String tenant) {

    String name() {
        return "logs-talon.anomaly-" + tenant;
    }

    /** Creates a document; the status of the answer. */
    int create(String id, String document) throws IOException, InterruptedException {
        return server.send("PUT", "/" + name() + "/_create/" + id + "?refresh=true", document)
                .status();
    }

    long count(String field, Object value) throws IOException, InterruptedException {
        JsonNode query =
                RealElasticsearch.JSON.valueToTree(
                        Map.of("query", Map.of("term", Map.of(field, value))));
        return server.search(name(), query).at("/hits/total/value").asLong();
    }

    /** Sets or, with {@code null}, takes away a setting of its indices. */
    void set(String setting, Object value) throws IOException, InterruptedException {
        server.send(
                        "PUT",
                        "/" + name() + "/_settings",
                        RealElasticsearch.JSON
                                .createObjectNode()
                                .putPOJO(setting, value)
                                .toString())
                .ok();
    }

    /** An alert at this time, which the templates of every version take. */
    String anomaly(String time) {
        return """
        {"@timestamp": "%s", "message": "Unusual sequence", "labels": {"site": "plant-7"},
         "data_stream": {"type": "logs", "dataset": "talon.anomaly", "namespace": "%s"},
         "event": {"kind": "alert", "type": ["info"], "severity": 73, "risk_score": 87.4},
         "source": {"ip": "10.0.4.17"}, "destination": {"ip": "203.0.113.9", "port": 443},
         "talon": {"anomaly": {"probability": 1.2e-5},
                   "feature": {"resp_bytes": {"actual": 4.1e6, "contribution": 0.5}}}}
        """
                .formatted(time, tenant)
                .replace("\n", " ");
    }
}
