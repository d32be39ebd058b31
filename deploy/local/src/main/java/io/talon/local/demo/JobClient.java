// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.local.part.Http;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Submits the job to a Flink cluster and reads its counters, over Flink's REST interface. */
public final class JobClient {
    private static final String MAIN = "io.talon.job.TalonJob";

    private final String cluster;
    private final Http http = new Http(Duration.ofSeconds(60));

    /**
     * @param cluster for example {@code http://127.0.0.1:8081}
     */
    public JobClient(String cluster) {
        this.cluster = cluster;
    }

    /**
     * Uploads a jar and starts its job.
     *
     * @return the job's id
     * @throws IOException what the cluster or the job's main method has against it
     */
    public String submit(Path jar, List<String> arguments)
            throws IOException, InterruptedException {
        return run(jar, arguments, new ObjectMapper().createObjectNode());
    }

    /**
     * Uploads a jar and starts its job from a savepoint of an earlier one.
     *
     * @param savepoint its path, as the cluster sees it
     * @param parallelism tasks side by side, which may be another number than before
     */
    public String resume(Path jar, List<String> arguments, String savepoint, int parallelism)
            throws IOException, InterruptedException {
        ObjectNode run = new ObjectMapper().createObjectNode();
        run.put("savepointPath", savepoint).put("parallelism", parallelism);
        return run(jar, arguments, run);
    }

    private String run(Path jar, List<String> arguments, ObjectNode run)
            throws IOException, InterruptedException {
        String boundary = UUID.randomUUID().toString();
        JsonNode uploaded =
                http.post(
                        URI.create(cluster + "/jars/upload"),
                        "multipart/form-data; boundary=" + boundary,
                        formOf(jar, boundary));
        String stored = Path.of(uploaded.path("filename").asText()).getFileName().toString();
        run.put("entryClass", MAIN);
        arguments.forEach(run.putArray("programArgsList")::add);
        JsonNode started = http.post(URI.create(cluster + "/jars/" + stored + "/run"), run);
        return started.path("jobid").asText();
    }

    /** The job's state in Flink's words, for example {@code RUNNING}. */
    public String state(String job) throws IOException, InterruptedException {
        return http.get(URI.create(cluster + "/jobs/" + job)).path("state").asText();
    }

    /** How often the job was started again after a failure. */
    public long restarts(String job) throws IOException, InterruptedException {
        URI uri = URI.create(cluster + "/jobs/" + job + "/metrics?get=numRestarts");
        return http.get(uri).path(0).path("value").asLong();
    }

    /** The sum of a counter of the job over all its tasks, by its plain name. */
    public long sum(String job, String counter) throws IOException, InterruptedException {
        long sum = 0;
        String vertices = cluster + "/jobs/" + job + "/vertices/";
        for (JsonNode vertex : http.get(URI.create(cluster + "/jobs/" + job)).path("vertices")) {
            URI metrics = URI.create(vertices + vertex.path("id").asText() + "/subtasks/metrics");
            for (JsonNode metric : http.get(metrics)) {
                String id = metric.path("id").asText();
                if (id.endsWith("." + counter)) {
                    URI one = URI.create(metrics + "?agg=sum&get=" + id);
                    sum += http.get(one).path(0).path("sum").asLong();
                }
            }
        }
        return sum;
    }

    /** Where a person sees the job. */
    String page(String job) {
        return cluster + "/#/job/running/" + job + "/overview";
    }

    /** What the job has counted up to now; zero for what it has not counted yet. */
    JobCounts counts(String job) throws IOException, InterruptedException {
        JobCounts.Builder counts = new JobCounts.Builder();
        String vertices = cluster + "/jobs/" + job + "/vertices/";
        for (JsonNode vertex : http.get(URI.create(cluster + "/jobs/" + job)).path("vertices")) {
            String metrics = vertices + vertex.path("id").asText() + "/subtasks/metrics";
            List<String> known = counts.known(http.get(URI.create(metrics)));
            if (!known.isEmpty()) {
                String query = "?agg=sum&get=" + String.join(",", known);
                http.get(URI.create(metrics + query))
                        .forEach(
                                metric ->
                                        counts.add(
                                                metric.path("id").asText(),
                                                metric.path("sum").asLong()));
            }
        }
        return counts.build();
    }

    private static BodyPublisher formOf(Path jar, String boundary) throws IOException {
        String head =
                "--%s\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\"%s\"\r\nContent-Type: application/x-java-archive\r\n\r\n"
                        .formatted(boundary, jar.getFileName());
        String tail = "\r\n--%s--\r\n".formatted(boundary);
        return BodyPublishers.concat(
                BodyPublishers.ofString(head, StandardCharsets.UTF_8),
                BodyPublishers.ofFile(jar),
                BodyPublishers.ofString(tail, StandardCharsets.UTF_8));
    }
}
