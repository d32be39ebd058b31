// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.credential;

import io.talon.adaptor.audit.AuditLog;
import io.talon.adaptor.page.Cursor;
import io.talon.adaptor.page.Page;
import io.talon.adaptor.page.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** All tenants. They are not a tenant's own rows, so they are read and written by plain SQL. */
@ApplicationScoped
class Tenants {
    @Inject DataSource database;
    @Inject AuditLog audit;

    /** A tenant, as the operator sees it. */
    record Tenant(String name, Instant created) {}

    /** Makes a tenant; false if there is one of this name already. */
    @Transactional
    boolean create(String tenant) {
        try (Connection connection = database.getConnection()) {
            boolean made =
                    update(
                            connection,
                            "insert into tenant (id, created) select ?, ? where not exists"
                                    + " (select 1 from tenant where id = ?)",
                            tenant,
                            OffsetDateTime.now(ZoneOffset.UTC),
                            tenant);
            if (made) {
                update(
                        connection,
                        "insert into audit_head (tenant, seq, hash) values (?, 0, '')",
                        tenant);
                audit.doneTo(tenant, "tenant.create", "tenants/" + tenant, null);
            }
            return made;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write tenants", e);
        }
    }

    /** Whether there is one of this name. */
    boolean exists(String tenant) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select 1 from tenant where id = ?")) {
            query.setString(1, tenant);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read tenants", e);
        }
    }

    /** A part of all tenants, by name. */
    Page<Tenant> page(Paging paging) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(
                                "select id, created from tenant where id > ? order by id")) {
            query.setString(1, Cursor.key(paging.cursor, ""));
            query.setMaxRows(paging.limit + 1);
            List<Tenant> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(
                            new Tenant(
                                    rows.getString(1),
                                    rows.getObject(2, OffsetDateTime.class).toInstant()));
                }
            }
            return Page.of(found, paging.limit, tenant -> Cursor.of(tenant.name()));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read tenants", e);
        }
    }

    private static boolean update(Connection connection, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate() == 1;
        }
    }
}
