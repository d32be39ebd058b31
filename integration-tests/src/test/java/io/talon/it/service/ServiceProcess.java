// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talon.local.part.Artefacts;
import io.talon.local.part.ServicePart;
import io.talon.local.process.ChildProcess;
import io.talon.local.process.JavaCommand;
import io.talon.local.process.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** The service on H2 in a folder; it can be killed and started again on the same folder. */
final class ServiceProcess implements AutoCloseable {
    static final String KEY = "talon_test_key";
    private static final String OPERATOR = "talon_test_operator";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final List<String> options;
    private final int port;
    private ChildProcess process;

    ServiceProcess(Path folder, String... options) throws IOException {
        this.folder = folder;
        this.options = List.of(options);
        this.port = new Ports().free();
    }

    /** An answer. */
    record Answer(int status, JsonNode json) {}

    void start() throws IOException {
        List<String> all = new ArrayList<>(options);
        Path jar = new Artefacts(Path.of("..").toAbsolutePath().normalize()).service();
        all.addAll(ServicePart.JVM_OPTIONS);
        all.addAll(ServicePart.archiveOptions(jar));
        all.add("-Dquarkus.http.port=" + port);
        all.add("-Dtalon.database.folder=" + folder.resolve("data"));
        all.add("-Dtalon.training.lease=5s");
        all.add("-Dtalon.admin.key=" + OPERATOR);
        process =
                ChildProcess.fork(
                        "service",
                        JavaCommand.ofJar(jar).options(all).words(),
                        folder,
                        Map.of("TALON_DEMO_TENANT", "acme", "TALON_DEMO_KEY", KEY),
                        folder.resolve("service.log"));
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(this::isReady);
    }

    /** As the operating system's SIGKILL: nothing is written any more. */
    void kill() {
        ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
        Awaitility.await().until(() -> !process.isAlive());
    }

    long pid() {
        return process.pid();
    }

    /** Where the page is. */
    String url() {
        return "http://127.0.0.1:" + port;
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, null, "application/json");
    }

    Answer post(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, body, "application/json");
    }

    /** Waits until a training job has made its adaptor. */
    void awaitDone(String site, String job, Duration patience) {
        Awaitility.await()
                .atMost(patience)
                .until(
                        () ->
                                get("/sites/" + site + "/jobs/" + job)
                                        .json()
                                        .path("state")
                                        .asText()
                                        .equals("done"));
    }

    /** Sends a file. */
    Answer upload(String path, byte[] file) throws IOException, InterruptedException {
        return call(
                KEY, "POST", path, BodyPublishers.ofByteArray(file), "application/octet-stream");
    }

    Answer send(String method, String path, String body, String type)
            throws IOException, InterruptedException {
        return call(
                KEY,
                method,
                path,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
                type);
    }

    /** As whoever runs the service. */
    Answer operator(String path) throws IOException, InterruptedException {
        return call(OPERATOR, "GET", path, BodyPublishers.noBody(), "application/json");
    }

    /** As whoever runs the service: sends a file, or nothing if it is null. */
    Answer operate(String path, byte[] file) throws IOException, InterruptedException {
        return file == null
                ? call(OPERATOR, "POST", path, BodyPublishers.noBody(), "application/json")
                : call(
                        OPERATOR,
                        "POST",
                        path,
                        BodyPublishers.ofByteArray(file),
                        "application/octet-stream");
    }

    private Answer call(String key, String method, String path, BodyPublisher body, String type)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                                .timeout(PATIENCE)
                                .header("Authorization", "ApiKey " + key)
                                .header("Content-Type", type)
                                .method(method, body)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
    }

    /** As an operator stops it. */
    void stop() {
        if (process != null) {
            process.stop(Duration.ofSeconds(20));
        }
    }

    @Override
    public void close() {
        stop();
    }

    private boolean isReady() throws IOException, InterruptedException {
        return http.send(
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        "http://127.0.0.1:"
                                                                + port
                                                                + "/q/health/ready"))
                                        .build(),
                                HttpResponse.BodyHandlers.discarding())
                        .statusCode()
                == 200;
    }
}
