// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.secure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talon.local.part.Artefacts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The Elasticsearch of the demo, but over TLS, and for those only who have a key. */
final class SecuredElasticsearch implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String USER = "operator";
    private static final String NOBODY = "65534";

    private final String password = UUID.randomUUID().toString();
    private final Path work;
    private final URI url;
    private final HttpClient http;
    private final Process process;

    /**
     * @param work its own; whoever runs the node must reach it
     */
    SecuredElasticsearch(Artefacts built, Path work, Certificate certificate, int port)
            throws Exception {
        this.work = work;
        this.url = URI.create("https://127.0.0.1:" + port);
        this.http = HttpClient.newBuilder().sslContext(certificate.trusting()).build();
        configure(certificate, port);
        Path home = work.resolve("home");
        run("cp", "-R", built.elasticsearch().toString(), home.toString());
        Files.copy(
                home.resolve("config/log4j2.properties"), work.resolve("config/log4j2.properties"));
        process = fork(home);
        try {
            awaitHealth();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void configure(Certificate certificate, int port) throws Exception {
        for (String folder : List.of("config", "data", "logs", "tmp")) {
            Files.createDirectories(work.resolve(folder));
        }
        Path config = work.resolve("config");
        Files.writeString(config.resolve("http.crt"), certificate.pem());
        Files.writeString(config.resolve("http.key"), certificate.keyPem());
        Files.write(
                config.resolve("jvm.options"),
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=${ES_TMPDIR}"));
        Files.write(
                config.resolve("elasticsearch.yml"),
                List.of(
                        "discovery.type: single-node",
                        "http.host: 127.0.0.1",
                        "http.port: " + port,
                        "transport.host: 127.0.0.1",
                        "transport.port: 0",
                        "xpack.security.enabled: true",
                        "xpack.security.http.ssl.enabled: true",
                        "xpack.security.http.ssl.key: http.key",
                        "xpack.security.http.ssl.certificate: http.crt",
                        "cluster.routing.allocation.disk.threshold_enabled: false",
                        "path.data: " + work.resolve("data"),
                        "path.logs: " + work.resolve("logs")));
        byte[] hash =
                MessageDigest.getInstance("SHA-1")
                        .digest(password.getBytes(StandardCharsets.UTF_8));
        Files.writeString(
                config.resolve("users"),
                USER + ":{SHA}" + Base64.getEncoder().encodeToString(hash) + "\n");
        Files.writeString(config.resolve("users_roles"), "superuser:" + USER + "\n");
    }

    /** As somebody else where this is root, which Elasticsearch refuses. */
    private Process fork(Path home) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            run("chown", "-R", NOBODY + ":" + NOBODY, work.toString());
            command.addAll(
                    List.of("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"));
        }
        command.add(home.resolve("bin/elasticsearch").toString());
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(home.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(work.resolve("out.log").toFile());
        builder.environment()
                .putAll(
                        Map.of(
                                "ES_HOME", home.toString(),
                                "ES_PATH_CONF", work.resolve("config").toString(),
                                "ES_TMPDIR", work.resolve("tmp").toString(),
                                "ES_JAVA_HOME", System.getProperty("java.home"),
                                "CLI_JAVA_OPTS", "-Xmx64m -XX:+UseSerialGC",
                                "ES_JAVA_OPTS", "-Xms512m -Xmx512m"));
        return builder.start();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException("failed: " + String.join(" ", command));
        }
    }

    private void awaitHealth() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(
                        () -> {
                            if (!process.isAlive()) {
                                throw new AssertionError(Files.readString(work.resolve("out.log")));
                            }
                            return !send("GET", "/_cluster/health", "")
                                    .path("status")
                                    .isMissingNode();
                        });
    }

    URI url() {
        return url;
    }

    /** Asks as the one who may do everything. */
    JsonNode send(String method, String path, String body)
            throws IOException, InterruptedException {
        String user =
                Base64.getEncoder()
                        .encodeToString((USER + ":" + password).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(URI.create(url + path))
                                .header("Content-Type", "application/json")
                                .header("Authorization", "Basic " + user)
                                .method(method, BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        run("rm", "-rf", work.toString());
    }
}
