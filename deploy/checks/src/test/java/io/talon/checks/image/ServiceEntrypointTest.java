// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.checks.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.talon.checks.Checkout;
import io.talon.checks.Command;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceEntrypointTest {
    private static final Duration AT_MOST = Duration.ofSeconds(30);
    private static final Path ENTRYPOINT =
            Checkout.path("adaptor-service/src/main/docker/docker-entrypoint.sh");

    @TempDir Path folder;

    @Test
    void secretsAreReadFromFiles() throws Exception {
        Path secret = Files.writeString(folder.resolve("key"), "s3cret=with=signs\n");

        Command.Result result =
                Command.of(ENTRYPOINT, "serve")
                        .with("JAVA_HOME", FakeJava.in(folder, ""))
                        .with("TALON_SERVICE_HOME", "/service")
                        .with("TALON_ADMIN_KEY_FILE", secret)
                        .run(AT_MOST);

        assertThat(result.exit()).isZero();
        assertThat(result.output())
                .contains("TALON_ADMIN_KEY=s3cret=with=signs\n")
                .contains("QUARKUS_HTTP_HOST=0.0.0.0")
                .contains("argument -jar\nargument /service/quarkus-run.jar")
                .doesNotContain("TALON_ADMIN_KEY_FILE");
    }

    @Test
    void classesAreArchivedOnceAndMappedAtEveryStartAfterThat() throws Exception {
        Path archive = folder.resolve("service.jsa");
        assertThat(run("serve").output()).doesNotContain("SharedArchiveFile");

        assertThat(run("archive").output())
                .contains("argument -XX:ArchiveClassesAtExit=" + archive)
                .contains("argument -Dtalon.start-only=true");
        Files.createFile(archive);

        assertThat(run("serve").output())
                .contains("argument -XX:SharedArchiveFile=" + archive)
                .doesNotContain("start-only");
    }

    private Command.Result run(String role) throws Exception {
        Command.Result result =
                Command.of(ENTRYPOINT, role)
                        .with("JAVA_HOME", FakeJava.in(folder, ""))
                        .with("TALON_SERVICE_HOME", folder)
                        .run(AT_MOST);
        assertThat(result.exit()).as(result.output()).isZero();
        return result;
    }

    @Test
    void aMissingSecretStopsTheStartAndIsNamed() throws Exception {
        Command.Result result =
                Command.of(ENTRYPOINT)
                        .with("JAVA_HOME", FakeJava.in(folder, ""))
                        .with("TALON_ADMIN_KEY_FILE", "/no/such/file")
                        .run(AT_MOST);

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output()).contains("TALON_ADMIN_KEY_FILE", "/no/such/file");
    }

    @ParameterizedTest
    @CsvSource({"200, 0", "503, 1"})
    void healthIsWhatReadinessAnswers(int status, int exit) throws Exception {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/q/health/ready",
                exchange -> {
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        server.start();
        try {
            Command.Result result =
                    Command.of(ENTRYPOINT, "health")
                            .with("QUARKUS_HTTP_PORT", server.getAddress().getPort())
                            .run(AT_MOST);

            assertThat(result.exit()).as(result.output()).isEqualTo(exit);
        } finally {
            server.stop(0);
        }
    }
}
