// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.artifact;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** In the database, in the transaction that is going on. */
final class DatabaseArtifacts implements Artifacts {
    private final DataSource database;

    DatabaseArtifacts(DataSource database) {
        this.database = database;
    }

    @Override
    public void put(String tenant, String sha256, byte[] content) {
        String sql =
                "insert into artifact (tenant, sha256, content) select id, ?, ? from tenant"
                        + " where id = ? and not exists"
                        + " (select 1 from artifact where tenant = ? and sha256 = ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, sha256);
            insert.setBytes(2, content);
            insert.setString(3, tenant);
            insert.setString(4, tenant);
            insert.setString(5, sha256);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write artifact " + sha256, e);
        }
    }

    @Override
    public byte[] get(String tenant, String sha256) {
        String sql = "select content from artifact where tenant = ? and sha256 = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, tenant);
            query.setString(2, sha256);
            try (ResultSet found = query.executeQuery()) {
                if (!found.next()) {
                    throw new IllegalStateException("artifact " + sha256 + " is not there");
                }
                return found.getBytes(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read artifact " + sha256, e);
        }
    }
}
