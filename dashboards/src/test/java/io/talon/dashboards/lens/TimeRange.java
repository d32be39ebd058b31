// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.lens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.dashboards.kibana.CanonicalJson;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * The time that a dashboard shows.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record TimeRange(Instant from, Instant to) {
    private static final int BARS = 50;

    /** Whether the document's {@code @timestamp} is within. */
    public boolean contains(JsonNode document) {
        Instant time = Instant.parse(document.path("@timestamp").asText());
        return !time.isBefore(from) && time.isBefore(to);
    }

    /** The clause of a search. */
    public ObjectNode clause() {
        ObjectNode json = CanonicalJson.object();
        json.putObject("range")
                .putObject("@timestamp")
                .put("format", "strict_date_optional_time")
                .put("gte", from.toString())
                .put("lt", to.toString());
        return json;
    }

    /** The interval that {@code auto} becomes: the round one nearest to a fiftieth of the range. */
    public Duration autoInterval() {
        Duration wanted = Duration.between(from, to).dividedBy(BARS);
        return Stream.of(
                        "PT1S", "PT5S", "PT10S", "PT30S", "PT1M", "PT5M", "PT10M", "PT30M", "PT1H",
                        "PT3H", "PT12H", "P1D", "P7D")
                .map(Duration::parse)
                .reduce(
                        (a, b) ->
                                a.minus(wanted).abs().compareTo(b.minus(wanted).abs()) <= 0 ? a : b)
                .orElseThrow();
    }
}
