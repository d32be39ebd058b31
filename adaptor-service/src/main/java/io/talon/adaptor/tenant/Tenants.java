// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Tenants and their API keys. They are read before the tenant of a request is known, so by plain
 * SQL: a Hibernate session needs a tenant.
 */
@ApplicationScoped
public class Tenants {
    @Inject DataSource database;

    /**
     * Whose key it is.
     *
     * @param name of the key
     */
    record KeyOwner(String tenant, String name) {}

    /** The owner of a key that is known and not expired. */
    Optional<KeyOwner> ownerOf(ApiKey key) {
        String sql =
                "select tenant, name from api_key where hash = ? and (expires is null or expires >"
                        + " ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, key.hash());
            query.setObject(2, now());
            try (ResultSet found = query.executeQuery()) {
                return found.next()
                        ? Optional.of(new KeyOwner(found.getString(1), found.getString(2)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read API keys", e);
        }
    }

    /** Makes a tenant; false if there is one of this name already. */
    @Transactional
    boolean create(String tenant) {
        return insert(
                "insert into tenant (id, created) select ?, ? where not exists"
                        + " (select 1 from tenant where id = ?)",
                tenant,
                now(),
                tenant);
    }

    /** Gives a tenant a key; false if there is no such tenant or the key is known already. */
    @Transactional
    boolean addKey(String tenant, String name, ApiKey key) {
        return insert(
                "insert into api_key (hash, tenant, name, created) select ?, id, ?, ? from tenant"
                        + " where id = ? and not exists (select 1 from api_key where hash = ?)",
                key.hash(),
                name,
                now(),
                tenant,
                key.hash());
    }

    private boolean insert(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write tenants", e);
        }
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }
}
