// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.siem;

import io.talon.dashboards.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
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
 * An Elasticsearch 9.x with aggregations, ingest pipelines, scripts and security, taken from a
 * distribution that ships one. Needs a JDK 21 or newer beside the one that the tests run on.
 */
final class Elasticsearch9 implements RealElasticsearch {
    private static final String USER = "operator";

    private final String password = UUID.randomUUID().toString();
    private final boolean security;
    private final Path work;
    private final Process process;
    private final URI url;

    /**
     * @param security whether it asks who is there
     */
    Elasticsearch9(boolean security) throws IOException {
        this.security = security;
        Path java = Jdk.atLeast(21).orElse(null);
        Assumptions.assumeThat(java)
                .as("a JDK 21 or newer, which Elasticsearch 9 needs: name one in TALON_JDK21")
                .isNotNull();
        work = Files.createTempDirectory("talon-siem9");
        Path home = Unprivileged.readable(unpacked(), work);
        int port = freePort();
        url = URI.create("http://127.0.0.1:" + port);
        writeConfiguration(home, port);
        process = fork(home, java);
        try {
            awaitHealth();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public Credentials administrator() {
        return security ? Credentials.user(USER, password) : Credentials.none();
    }

    @Override
    public void close() {
        try {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
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

    private static Path unpacked() throws IOException {
        try (Stream<Path> found = Files.list(Path.of("target/elasticsearch9"))) {
            return found.findFirst().orElseThrow().resolve("elasticsearch").toAbsolutePath();
        }
    }

    private void writeConfiguration(Path home, int port) throws IOException {
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
        Files.write(
                config.resolve("elasticsearch.yml"),
                List.of(
                        "discovery.type: single-node",
                        "http.host: 127.0.0.1",
                        "http.port: " + port,
                        "transport.host: 127.0.0.1",
                        "transport.port: 0",
                        "xpack.security.enabled: " + security,
                        "cluster.routing.allocation.disk.threshold_enabled: false",
                        "path.data: " + work.resolve("data"),
                        "path.logs: " + work.resolve("logs")));
        Files.writeString(config.resolve("users"), USER + ":{SHA}" + sha1(password) + "\n");
        Files.writeString(config.resolve("users_roles"), "superuser:" + USER + "\n");
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
                        .redirectOutput(work.resolve("out.log").toFile());
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
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(
                        () -> {
                            if (!process.isAlive()) {
                                throw new AssertionError(Files.readString(work.resolve("out.log")));
                            }
                            return send("GET", "/_cluster/health", "").status() == 200;
                        });
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

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
