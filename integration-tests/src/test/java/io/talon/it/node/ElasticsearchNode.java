// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.node;

import io.talon.dashboards.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.Assumptions;
import org.awaitility.Awaitility;

/**
 * An Elasticsearch 9.x with aggregations, ingest pipelines, scripts and security, out of a
 * distribution that ships one, on loopback, in a folder of its own and as a user who is not root.
 * It knows one user, who may do everything. Needs a JDK 21 or newer beside the one that the tests
 * run on.
 */
public final class ElasticsearchNode implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(3);
    private static final String USER = "operator";

    private final String password = UUID.randomUUID().toString();
    private final Path work;
    private final URI url;
    private final HttpClient http;
    private final Process process;

    /**
     * Starts it, and waits until it answers.
     *
     * @param url where it is to listen
     * @param settings lines of its configuration besides folders and addresses
     * @param files more files of its configuration folder: name and content
     * @param http trusts it
     */
    public ElasticsearchNode(
            URI url, List<String> settings, Map<String, String> files, HttpClient http)
            throws IOException {
        this.url = url;
        this.http = http;
        Path java = Jdk.atLeast(21).orElse(null);
        Assumptions.assumeThat(java)
                .as("a JDK 21 or newer, which Elasticsearch 9 needs: name one in TALON_JDK21")
                .isNotNull();
        work = Files.createTempDirectory("talon-elasticsearch"); // where somebody else gets
        Path home = Unprivileged.readable(unpacked(), work);
        configure(home, settings, files);
        process = fork(home, java);
        try {
            awaitHealth();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static Path unpacked() throws IOException {
        try (Stream<Path> found = Files.list(Path.of("target/elasticsearch9"))) {
            return found.findFirst().orElseThrow().resolve("elasticsearch").toAbsolutePath();
        }
    }

    /** Where it answers. */
    public URI url() {
        return url;
    }

    /** The one who may do everything. */
    public Credentials administrator() {
        return Credentials.user(USER, password);
    }

    private void configure(Path home, List<String> settings, Map<String, String> files)
            throws IOException {
        for (String folder : List.of("config", "data", "logs", "tmp")) {
            Files.createDirectories(work.resolve(folder));
        }
        Path config = work.resolve("config");
        Files.copy(home.resolve("config/log4j2.properties"), config.resolve("log4j2.properties"));
        Files.write(
                config.resolve("jvm.options"),
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=${ES_TMPDIR}"));
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "discovery.type: single-node",
                                "http.host: " + url.getHost(),
                                "http.port: " + url.getPort(),
                                "transport.host: 127.0.0.1",
                                "transport.port: 0",
                                "cluster.routing.allocation.disk.threshold_enabled: false",
                                "path.data: " + work.resolve("data"),
                                "path.logs: " + work.resolve("logs")));
        all.addAll(settings);
        Files.write(config.resolve("elasticsearch.yml"), all);
        Files.writeString(config.resolve("users"), USER + ":{SHA}" + sha1(password) + "\n");
        Files.writeString(config.resolve("users_roles"), "superuser:" + USER + "\n");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(config.resolve(file.getKey()), file.getValue());
        }
    }

    private Process fork(Path home, Path java) throws IOException {
        List<String> command = new ArrayList<>(Unprivileged.prefix(work));
        command.addAll(
                List.of(
                        java.resolve("bin/java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        home.resolve("lib/tools/server-launcher") + "/*",
                        "org.elasticsearch.server.launcher.ServerLauncher"));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(home.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log().toFile());
        builder.environment()
                .putAll(
                        Map.of(
                                "ES_HOME", home.toString(),
                                "ES_PATH_CONF", work.resolve("config").toString(),
                                "ES_TMPDIR", work.resolve("tmp").toString(),
                                "ES_JAVA_HOME", java.toString(),
                                "JAVA", java.resolve("bin/java").toString(),
                                "JAVA_TYPE", "ES_JAVA_HOME",
                                "ES_DISTRIBUTION_TYPE", "zip",
                                "CLI_JAVA_OPTS", "-Xmx64m -XX:+UseSerialGC",
                                "ES_JAVA_OPTS", "-Xms512m -Xmx512m"));
        return builder.start();
    }

    private void awaitHealth() {
        Awaitility.await()
                .atMost(START)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(
                        () -> {
                            if (!process.isAlive()) {
                                throw new AssertionError(Files.readString(log()));
                            }
                            return isHealthy();
                        });
    }

    private boolean isHealthy() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + "/_cluster/health"))
                        .header("Authorization", administrator().header().orElseThrow())
                        .build();
        return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    }

    private Path log() {
        return work.resolve("out.log");
    }

    @Override
    public void close() {
        try {
            List<ProcessHandle> started = process.descendants().toList();
            started.forEach(ProcessHandle::destroy);
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                started.forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
            try (Stream<Path> files = Files.walk(work)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One of the forms in which the file realm keeps passwords. */
    private static String sha1(String text) throws IOException {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-1")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }
}
