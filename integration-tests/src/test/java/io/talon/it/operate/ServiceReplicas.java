// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.operate;

import io.talon.it.postgres.PostgresNode;
import io.talon.local.process.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Two processes of the adaptor service on one PostgreSQL, with the settings of Compose. */
final class ServiceReplicas implements AutoCloseable {
    private static final String SCRIPT = "adaptor-service/src/main/docker/docker-entrypoint.sh";
    private static final int COUNT = 2;

    private final List<Entrypoint> processes = new ArrayList<>();
    private final List<String> urls = new ArrayList<>();

    private ServiceReplicas() {}

    static ServiceReplicas start(Path parent, PostgresNode database, String kafka, Secrets secrets)
            throws IOException {
        ServiceReplicas replicas = new ServiceReplicas();
        Ports ports = new Ports();
        for (int number = 1; number <= COUNT; number++) {
            Path folder = Files.createDirectories(parent.resolve("service-" + number));
            int port = ports.free();
            replicas.urls.add("http://127.0.0.1:" + port);
            replicas.processes.add(
                    new Entrypoint(
                                    "service-" + number,
                                    SCRIPT,
                                    folder,
                                    environment(folder, port, database, kafka, secrets),
                                    List.of("serve"),
                                    List.of("health"))
                            .start());
        }
        return replicas;
    }

    private static Map<String, String> environment(
            Path folder, int port, PostgresNode database, String kafka, Secrets secrets) {
        return Map.ofEntries(
                Map.entry(
                        "TALON_SERVICE_HOME",
                        Entrypoint.ROOT.resolve("adaptor-service/target/quarkus-app").toString()),
                Map.entry("TALON_DATABASE_FOLDER", folder.resolve("data").toString()),
                Map.entry("TALON_JAVA_OPTS", "-Xmx192m"),
                Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
                Map.entry("QUARKUS_PROFILE", "postgresql"),
                Map.entry("QUARKUS_DATASOURCE_POSTGRESQL_JDBC_URL", database.url()),
                Map.entry("QUARKUS_DATASOURCE_POSTGRESQL_USERNAME", "talon"),
                Map.entry(
                        "QUARKUS_DATASOURCE_POSTGRESQL_PASSWORD_FILE",
                        secrets.file("postgres-password").toString()),
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", kafka),
                Map.entry("TALON_ADMIN_KEY_FILE", secrets.file("admin-key").toString()),
                Map.entry("TALON_RELEASE_KEY", secrets.file("release-key.pem").toString()));
    }

    void awaitHealthy() {
        processes.forEach(Entrypoint::awaitHealthy);
    }

    List<Entrypoint> processes() {
        return processes;
    }

    /** Where they answer. */
    List<String> urls() {
        return urls;
    }

    @Override
    public void close() {
        processes.forEach(Entrypoint::close);
    }
}
