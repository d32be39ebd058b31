// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.siem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On an Elasticsearch 9.x with ingest pipelines. */
@Tag("long")
class InstallOn9IT extends InstallContract {
    @Override
    RealElasticsearch start() throws Exception {
        return new Elasticsearch9(false);
    }

    @Test
    @Order(100)
    void theTimeOfArrivalIsNoted() throws Exception {
        JsonNode query =
                RealElasticsearch.JSON.readTree(
                        "{\"query\": {\"range\": {\"event.ingested\": {\"gte\": \"now-1h\","
                                + " \"lte\": \"now\"}}}}");
        assertThat(
                        elasticsearch()
                                .search("logs-talon.anomaly-acme", query)
                                .at("/hits/total/value")
                                .asLong())
                .as("the document from after the upgrade")
                .isZero();
        elasticsearch().send("POST", "/logs-talon.anomaly-acme/_rollover", "").ok();
        elasticsearch()
                .send(
                        "POST",
                        "/logs-talon.anomaly-acme/_doc?refresh=true",
                        "{\"@timestamp\": \"2026-11-02T00:00:00Z\"}")
                .ok();
        assertThat(
                        elasticsearch()
                                .search("logs-talon.anomaly-acme", query)
                                .at("/hits/total/value")
                                .asLong())
                .isEqualTo(1);
    }
}
