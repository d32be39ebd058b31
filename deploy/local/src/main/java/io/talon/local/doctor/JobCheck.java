// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.talon.local.part.Http;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether Talon's job runs on a Flink cluster, is checkpointed, and loses nothing.
 *
 * @param flink address of the cluster's REST interface
 */
record JobCheck(URI flink) implements Check {
    private static final String SUBJECT = "flink";
    private static final Duration OLDEST_CHECKPOINT = Duration.ofMinutes(10);

    @Override
    public List<Finding> look() throws InterruptedException {
        Http http = new Http(Duration.ofSeconds(10));
        try {
            List<Finding> findings = new ArrayList<>();
            findings.add(slots(http.get(at("/overview"))));
            List<JsonNode> jobs = new ArrayList<>();
            for (JsonNode job : http.get(at("/jobs/overview")).path("jobs")) {
                if (job.path("name").asText().equals("talon") && isAlive(job)) {
                    jobs.add(job);
                }
            }
            if (jobs.size() != 1) {
                findings.add(number(jobs.size()));
            }
            for (JsonNode job : jobs) {
                findings.addAll(job(http, job));
            }
            return findings;
        } catch (IOException e) {
            return List.of(
                    Finding.fail(
                            SUBJECT,
                            e.getMessage() == null ? "no answer from " + flink : e.getMessage(),
                            "Check the address of the JobManager's REST interface."));
        }
    }

    private static boolean isAlive(JsonNode job) {
        return List.of("RUNNING", "RESTARTING", "CREATED", "INITIALIZING", "FAILING")
                .contains(job.path("state").asText());
    }

    private Finding slots(JsonNode overview) {
        int taskManagers = overview.path("taskmanagers").asInt();
        return taskManagers > 0
                ? Finding.ok(
                        SUBJECT,
                        "version %s, %d TaskManagers, %d of %d slots free, at %s"
                                .formatted(
                                        overview.path("flink-version").asText(),
                                        taskManagers,
                                        overview.path("slots-available").asInt(),
                                        overview.path("slots-total").asInt(),
                                        flink))
                : Finding.fail(
                        SUBJECT,
                        "no TaskManager at " + flink,
                        "Start one, and look into its log if it ends.");
    }

    private static Finding number(int jobs) {
        return jobs == 0
                ? Finding.fail("job", "none named talon runs", "Submit it: flink-job's README.")
                : Finding.warn(
                        "job",
                        jobs + " named talon run at once",
                        "Cancel all but one, or give each its own --kafka.group and topics.");
    }

    private List<Finding> job(Http http, JsonNode job) throws IOException, InterruptedException {
        String id = job.path("jid").asText();
        List<Finding> findings = new ArrayList<>();
        findings.add(state(job.path("state").asText(), restarts(http, id)));
        findings.add(checkpoints(http.get(at("/jobs/" + id + "/checkpoints"))));
        findings.addAll(JobFigures.read(http, flink, id).findings());
        return findings;
    }

    private long restarts(Http http, String id) throws IOException, InterruptedException {
        return http.get(at("/jobs/" + id + "/metrics?get=numRestarts"))
                .path(0)
                .path("value")
                .asLong();
    }

    static Finding state(String state, long restarts) {
        String reason = "%s, started again %d times".formatted(state, restarts);
        if (!state.equals("RUNNING")) {
            return Finding.fail("job", reason, "Look at its exceptions in Flink's web page.");
        }
        return restarts == 0
                ? Finding.ok("job", reason)
                : Finding.warn(
                        "job", reason, "Nothing is lost by that; its exceptions say why it was.");
    }

    static Finding checkpoints(JsonNode checkpoints) {
        JsonNode newest = checkpoints.at("/latest/completed");
        long failed = checkpoints.at("/counts/failed").asLong();
        if (!newest.isObject()) {
            return Finding.warn(
                    "checkpoints",
                    "none completed yet, %d failed".formatted(failed),
                    "Wait for --checkpoint.interval; if none comes, look at the job's page.");
        }
        Instant at = Instant.ofEpochMilli(newest.path("latest_ack_timestamp").asLong());
        Duration age = Duration.between(at, Instant.now());
        String reason =
                "newest %d s old, took %d ms, %.1f MB; %d failed"
                        .formatted(
                                age.toSeconds(),
                                newest.path("end_to_end_duration").asLong(),
                                newest.path("state_size").asLong() / 1e6,
                                failed);
        return age.compareTo(OLDEST_CHECKPOINT) < 0
                ? Finding.ok("checkpoints", reason)
                : Finding.fail(
                        "checkpoints",
                        reason,
                        "Usually Elasticsearch or Kafka does not take results: look there first.");
    }

    private URI at(String path) {
        return URI.create(flink.toString().replaceAll("/+$", "") + path);
    }
}
