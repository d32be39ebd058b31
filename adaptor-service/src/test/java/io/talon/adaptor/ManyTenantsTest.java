// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A thousand tenants with ten sites each and ten adaptors at every site. */
@QuarkusTest
@Tag("long")
class ManyTenantsTest {
    private static final int TENANTS = 1000;
    private static final int SITES = 10;
    private static final int ADAPTORS = 10;
    private static final int WARM_UP = 200;
    private static final int MEASURED = 500;
    private static final double MOST_MILLIS = 50;

    @Inject DataSource database;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Random random = new Random(7);

    @Test
    void listAndPromoteStayQuick() throws Exception {
        fill();

        Figures list = measure(() -> call("GET", "/sites/site" + site() + "/adaptors"));
        Figures promote =
                measure(
                        () ->
                                call(
                                        "POST",
                                        "/sites/site"
                                                + site()
                                                + "/adaptors/"
                                                + (1 + random.nextInt(ADAPTORS))
                                                + "/promote"));

        System.err.printf("p99: list %s, promote %s%n", list, promote);
        assertThat(list.p99()).as("p99 of listing, ms").isLessThan(MOST_MILLIS);
        assertThat(promote.p99()).as("p99 of promoting, ms").isLessThan(MOST_MILLIS);
    }

    /** Milliseconds of a request; {@code cpu} is the whole process's, with the client in it. */
    private record Figures(double p99, double median, double cpu) {
        @Override
        public String toString() {
            return "%.1f ms (median %.1f ms, %.1f ms of CPU each)".formatted(p99, median, cpu);
        }
    }

    private interface Step {
        void run() throws Exception;
    }

    private static Figures measure(Step step) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            step.run();
        }
        double[] millis = new double[MEASURED];
        double cpu = cpuMillis();
        for (int i = 0; i < MEASURED; i++) {
            long started = System.nanoTime();
            step.run();
            millis[i] = (System.nanoTime() - started) / 1e6;
        }
        cpu = cpuMillis() - cpu;
        Arrays.sort(millis);
        return new Figures(millis[MEASURED * 99 / 100], millis[MEASURED / 2], cpu / MEASURED);
    }

    private static double cpuMillis() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
    }

    private void call(String method, String path) throws Exception {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                                .header("Authorization", "ApiKey many" + random.nextInt(TENANTS))
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private int site() {
        return random.nextInt(SITES);
    }

    private void fill() throws Exception {
        byte[] file = TestAdaptor.file(1);
        String sha256 = sha256(file);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (int t = 0; t < TENANTS; t++) {
                String tenant = "many" + t;
                run(connection, "insert into tenant (id, created) values (?, now())", tenant);
                run(
                        connection,
                        "insert into audit_head (tenant, seq, hash) values (?, 0, '')",
                        tenant);
                run(
                        connection,
                        "insert into api_key (hash, tenant, name, created, role)"
                                + " values (?, ?, 'k', now(), 'admin')",
                        sha256(tenant.getBytes(StandardCharsets.UTF_8)),
                        tenant);
                run(
                        connection,
                        "insert into artifact (tenant, sha256, content) values (?, ?, ?)",
                        tenant,
                        sha256,
                        file);
                sites(connection, tenant, sha256, file.length);
                connection.commit();
            }
        }
    }

    private static void sites(Connection connection, String tenant, String sha256, int size)
            throws SQLException {
        try (PreparedStatement adaptors =
                connection.prepareStatement(
                        "insert into adaptor (id, tenant, site, version, label, maturity, sha256,"
                                + " size_bytes, uploaded, uploaded_by, state, verdict)"
                                + " values (?, ?, ?, ?, 'l', 'adapted', ?, ?, ?, 'x', 'candidate',"
                                + " 'pass')")) {
            for (int s = 0; s < SITES; s++) {
                UUID site = UUID.randomUUID();
                run(
                        connection,
                        "insert into site (id, tenant, name, profile, alert_budget, created,"
                                + " last_adaptor, last_release) values (?, ?, ?, 'zeek-conn-v1',"
                                + " 10, now(), ?, 0)",
                        site,
                        tenant,
                        "site" + s,
                        ADAPTORS);
                for (int a = 1; a <= ADAPTORS; a++) {
                    adaptors.setObject(1, UUID.randomUUID());
                    adaptors.setString(2, tenant);
                    adaptors.setObject(3, site);
                    adaptors.setLong(4, a);
                    adaptors.setString(5, a == 1 ? sha256 : sha256.substring(2) + "0" + a % 10);
                    adaptors.setInt(6, size);
                    adaptors.setObject(7, OffsetDateTime.now());
                    adaptors.addBatch();
                }
            }
            adaptors.executeBatch();
        }
        run(
                connection,
                "insert into artifact (tenant, sha256, content) select distinct tenant, sha256,"
                        + " cast('00' as varbinary) from adaptor where tenant = ? and sha256 <> ?",
                tenant,
                sha256);
    }

    private static void run(Connection connection, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
