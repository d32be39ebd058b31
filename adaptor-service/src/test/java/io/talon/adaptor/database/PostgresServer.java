// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.database;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.talon.it.postgres.PostgresNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** A real PostgreSQL beside the service under test. */
public final class PostgresServer implements QuarkusTestResourceLifecycleManager {
    private static final String USER = "talon";
    private static final String PASSWORD = "of one test";

    private PostgresNode node;

    @Override
    public Map<String, String> start() {
        try {
            node = new PostgresNode(USER, PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String source = "quarkus.datasource.postgresql.";
        return Map.of(
                source + "jdbc.url", node.url(),
                source + "username", USER,
                source + "password", PASSWORD);
    }

    @Override
    public void stop() {
        node.close();
    }
}
