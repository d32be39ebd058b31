// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.siem;

import io.talon.local.process.ChildProcess;
import io.talon.local.process.JavaCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** An OpenSearch 2.19 without plugins, as a process. */
public final class OpenSearch2 implements RealElasticsearch {
    private static final Path BUILT = Path.of("opensearch/target");

    private final Path work;
    private final ChildProcess process;
    private final URI url;

    /** Starts it, and waits until it answers. */
    public OpenSearch2() throws IOException {
        work = Files.createTempDirectory("talon-opensearch");
        Files.createDirectories(work.resolve("config"));
        int port = freePort();
        url = URI.create("http://127.0.0.1:" + port);
        String classPath =
                BUILT.resolve("classes").toAbsolutePath()
                        + ":"
                        + Files.readString(BUILT.resolve("runtime.classpath")).strip();
        List<String> command =
                JavaCommand.ofMain(
                                work.resolve("args"),
                                classPath,
                                "io.talon.it.opensearch.OpenSearchMain")
                        .options("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
                        .arguments(List.of(work.toString(), Integer.toString(port)))
                        .words();
        Path log = work.resolve("out.log");
        process = ChildProcess.fork("opensearch", command, work, Map.of(), log);
        try {
            awaitHealth(log);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public URI url() {
        return url;
    }

    /** The names of its data streams. */
    public List<String> dataStreams() throws IOException, InterruptedException {
        return get("/_data_stream").path("data_streams").findValuesAsText("name").stream()
                .filter(name -> name.contains("-talon."))
                .toList();
    }

    @Override
    public void close() {
        process.stop(Duration.ofSeconds(10));
        try (Stream<Path> files = Files.walk(work)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitHealth(Path log) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(
                        () -> {
                            if (!process.isAlive()) {
                                throw new AssertionError(Files.readString(log));
                            }
                            return send("GET", "/_cluster/health", "").status() == 200;
                        });
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
