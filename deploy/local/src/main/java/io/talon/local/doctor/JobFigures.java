// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.talon.local.part.Http;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the job has counted since it was last started, by the plain names of its metrics.
 *
 * @param sums of all tasks
 */
record JobFigures(Map<String, Long> sums) {

    private static final Set<String> NAMES =
            Set.of(
                    "scoredFlows",
                    "lateFlows",
                    "deadFlows",
                    "unscorableFlows",
                    "refusedControlRecords",
                    "adaptorsWithoutModel",
                    "documentsCreated",
                    "documentsRefused",
                    "documentsInFailureStore",
                    "deadLettersLost");
    private static final double TOO_MANY = 0.01;

    static JobFigures read(Http http, URI flink, String job)
            throws IOException, InterruptedException {
        String vertices = flink.toString().replaceAll("/+$", "") + "/jobs/" + job + "/vertices/";
        Map<String, Long> sums = new TreeMap<>();
        URI all = URI.create(vertices.replace("/vertices/", ""));
        for (JsonNode vertex : http.get(all).path("vertices")) {
            String metrics = vertices + vertex.path("id").asText() + "/subtasks/metrics";
            List<String> known = new ArrayList<>();
            for (JsonNode metric : http.get(URI.create(metrics))) {
                if (NAMES.contains(plain(metric.path("id").asText()))) {
                    known.add(metric.path("id").asText());
                }
            }
            if (!known.isEmpty()) {
                String query = "?agg=sum&get=" + String.join(",", known);
                for (JsonNode metric : http.get(URI.create(metrics + query))) {
                    sums.merge(
                            plain(metric.path("id").asText()),
                            metric.path("sum").asLong(),
                            Long::sum);
                }
            }
        }
        return new JobFigures(sums);
    }

    private static String plain(String id) {
        return id.substring(id.lastIndexOf('.') + 1);
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        long scored = sum("scoredFlows");
        findings.add(
                share(
                        "late flows",
                        sum("lateFlows"),
                        scored,
                        "Raise --flows.lateness, or find the sensor that lags:"
                                + " talon.dead_letter."));
        findings.add(
                share(
                        "dead letters",
                        sum("deadFlows") + sum("unscorableFlows"),
                        scored,
                        "Their reasons are in logs-talon.dlq-<tenant>."));
        findings.add(
                none(
                        "control records refused",
                        sum("refusedControlRecords"),
                        Finding.Level.WARN,
                        "Their reasons are dead letters of the stage control; does"
                                + " --control.trusted-keys name the service's key?"));
        findings.add(withoutModel(sum("adaptorsWithoutModel")));
        findings.add(
                none(
                        "documents refused",
                        sum("documentsRefused") + sum("documentsInFailureStore"),
                        Finding.Level.WARN,
                        "Run talon install elasticsearch: a template may be older than the job."));
        findings.add(
                none(
                        "dead letters lost",
                        sum("deadLettersLost"),
                        Finding.Level.FAIL,
                        "Run talon install elasticsearch; the log names each."));
        return findings;
    }

    private long sum(String name) {
        return sums.getOrDefault(name, 0L);
    }

    private static Finding share(String what, long part, long scored, String remedy) {
        String reason = "%d beside %d scored flows".formatted(part, scored);
        return part <= TOO_MANY * (part + scored)
                ? Finding.ok(what, reason)
                : Finding.warn(what, reason, remedy);
    }

    private static Finding withoutModel(long adaptors) {
        String what = "adaptors without their model";
        return adaptors == 0
                ? Finding.ok(what, "none is held back")
                : Finding.warn(
                        what,
                        adaptors + " held back: their sites keep what they run",
                        "The job's log names the model: release it with talon model release, or"
                                + " adapt those sites again.");
    }

    private static Finding none(String what, long count, Finding.Level level, String remedy) {
        if (count == 0) {
            return Finding.ok(what, "none since the job was last started");
        }
        return new Finding(what, level, count + " since the job was last started", remedy);
    }
}
