// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the flows that the job has read, all since its last start.
 *
 * @param undecodable records that were no flows
 * @param late flows that came after the history they belong to had moved on
 * @param unscorable flows that the model could not score
 * @param skipped flows to hot destinations that were remembered and not scored
 * @param scored flows with a score
 * @param anomalous scored flows above their site's threshold
 * @param alerts raised for them, one per destination and episode
 */
record JobCounts(
        long undecodable,
        long late,
        long unscorable,
        long skipped,
        long scored,
        long anomalous,
        long alerts) {

    /** Records and flows that became dead letters, late ones included. */
    long dead() {
        return undecodable + late + unscorable;
    }

    /** Adds up Flink's metrics, whose names carry the operator's. */
    static final class Builder {
        private static final List<String> NAMES =
                List.of(
                        "deadFlows",
                        "lateFlows",
                        "unscorableFlows",
                        "skippedFlows",
                        "scoredFlows",
                        "anomalousFlows",
                        "alerts");

        private final Map<String, Long> sums = new HashMap<>();

        /** Those of the listed metrics that are counted here. */
        List<String> known(JsonNode listed) {
            List<String> known = new ArrayList<>();
            for (JsonNode metric : listed) {
                String id = metric.path("id").asText();
                if (NAMES.contains(nameOf(id))) {
                    known.add(id);
                }
            }
            return known;
        }

        void add(String id, long sum) {
            sums.merge(nameOf(id), sum, Long::sum);
        }

        private static String nameOf(String id) {
            return id.substring(id.lastIndexOf('.') + 1);
        }

        JobCounts build() {
            return new JobCounts(
                    sum("deadFlows"),
                    sum("lateFlows"),
                    sum("unscorableFlows"),
                    sum("skippedFlows"),
                    sum("scoredFlows"),
                    sum("anomalousFlows"),
                    sum("alerts"));
        }

        private long sum(String name) {
            return sums.getOrDefault(name, 0L);
        }
    }
}
