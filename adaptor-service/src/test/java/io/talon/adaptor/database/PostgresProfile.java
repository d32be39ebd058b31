// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.database;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.talon.it.postgres.PostgresNode;
import java.util.List;

/** The service as a user of PostgreSQL starts it. */
public final class PostgresProfile implements QuarkusTestProfile {
    @Override
    public String getConfigProfile() {
        return "postgresql";
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return PostgresNode.isInstalled()
                ? List.of(new TestResourceEntry(PostgresServer.class))
                : List.of();
    }
}
