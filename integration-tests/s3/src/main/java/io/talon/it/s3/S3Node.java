// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.s3;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** An S3-compatible store of its own on loopback, over a folder: a process, with one key. */
public final class S3Node implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Unless a file says otherwise, it logs every step. */
    private static final String LOGGING =
            """
            <configuration>
              <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
                <encoder><pattern>%d %level %logger %msg%n</pattern></encoder>
              </appender>
              <root level="info"><appender-ref ref="out"/></root>
            </configuration>
            """;

    private final Path folder = Files.createTempDirectory("talon-s3");
    private final int port = freePort();
    private final Process process;

    /** Starts it, with a key that may do everything, and empty buckets. */
    public S3Node(String accessKey, String secretKey, String... buckets) throws IOException {
        for (String bucket : buckets) {
            Files.createDirectories(bucket(bucket));
        }
        Path settings =
                Files.writeString(
                        folder.resolve("s3proxy.properties"),
                        String.join(
                                "\n",
                                "s3proxy.endpoint=" + endpoint(),
                                "s3proxy.authorization=aws-v2-or-v4",
                                "s3proxy.identity=" + accessKey,
                                "s3proxy.credential=" + secretKey,
                                "jclouds.provider=filesystem-nio2",
                                "jclouds.identity=unused",
                                "jclouds.credential=unused",
                                "jclouds.filesystem.basedir=" + folder.resolve("data")));
        process = start(settings, Files.writeString(folder.resolve("logback.xml"), LOGGING));
        await().atMost(PATIENCE).until(this::listens);
    }

    /** Where it answers. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The folder that a bucket is; its objects are files in it. */
    public Path bucket(String name) {
        return folder.resolve("data").resolve(name);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process start(Path settings, Path logging) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        List.of(
                                java.toString(),
                                "-Xmx128m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Dlogback.configurationFile=" + logging,
                                "-cp",
                                classPath(),
                                "org.gaul.s3proxy.Main",
                                "--properties",
                                settings.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }

    private boolean listens() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("S3Proxy has ended:\n" + Files.readString(log()));
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private Path log() {
        return folder.resolve("log");
    }

    private static String classPath() throws IOException {
        try (InputStream written = S3Node.class.getResourceAsStream("s3proxy.classpath")) {
            return new String(written.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
