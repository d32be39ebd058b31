// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.credential;

import io.talon.adaptor.audit.AuditLog;
import io.talon.adaptor.tenant.Identity;
import io.talon.adaptor.tenant.Role;
import io.talon.adaptor.tenant.SignIn;
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
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The API keys of tenants, by their hashes. They are read before the tenant of a request is known,
 * so by plain SQL: a Hibernate session needs a tenant.
 */
@ApplicationScoped
class ApiKeys {
    private static final int ID_LENGTH = 16;
    private static final String SITES = ",";

    @Inject DataSource database;
    @Inject AuditLog audit;

    /** What is known of a key. */
    record KeyInfo(
            String id,
            String name,
            Role role,
            List<String> sites,
            Instant created,
            Instant expires) {}

    /** The owner of a key that is known and not expired. */
    Optional<Identity> ownerOf(ApiKey key) {
        String sql =
                "select tenant, name, role, sites from api_key"
                        + " where hash = ? and (expires is null or expires > ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, key.hash());
            query.setObject(2, OffsetDateTime.now(ZoneOffset.UTC));
            try (ResultSet found = query.executeQuery()) {
                return found.next()
                        ? Optional.of(
                                new Identity(
                                        found.getString(1),
                                        found.getString(2),
                                        Role.ofWord(found.getString(3)),
                                        Set.copyOf(split(found.getString(4))),
                                        SignIn.API_KEY))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read API keys", e);
        }
    }

    /** Gives a tenant a key; empty if there is no such tenant or the key is known already. */
    @Transactional
    Optional<KeyInfo> add(String tenant, KeyWish wish, String madeBy, ApiKey key) {
        String sql =
                "insert into api_key (hash, tenant, name, created, expires, role, sites, made_by)"
                        + " select ?, id, ?, ?, ?, ?, ?, ? from tenant where id = ?"
                        + " and not exists (select 1 from api_key where hash = ?)";
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, key.hash());
            insert.setString(2, wish.name());
            insert.setObject(3, now);
            insert.setObject(4, wish.expires() == null ? null : at(wish.expires()));
            insert.setString(5, wish.role().word());
            insert.setString(6, wish.sites().isEmpty() ? null : String.join(SITES, wish.sites()));
            insert.setString(7, madeBy);
            insert.setString(8, tenant);
            insert.setString(9, key.hash());
            if (insert.executeUpdate() != 1) {
                return Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write API keys", e);
        }
        String id = key.hash().substring(0, ID_LENGTH);
        audit.doneTo(tenant, "key.create", "keys/" + id, wish.name() + ", " + wish.role().word());
        return Optional.of(
                new KeyInfo(
                        id,
                        wish.name(),
                        wish.role(),
                        wish.sites(),
                        now.toInstant(),
                        wish.expires()));
    }

    /** The keys of a tenant, by name. */
    List<KeyInfo> of(String tenant) {
        String sql =
                "select hash, name, role, sites, created, expires from api_key"
                        + " where tenant = ? order by name, hash";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, tenant);
            List<KeyInfo> keys = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    OffsetDateTime expires = rows.getObject(6, OffsetDateTime.class);
                    keys.add(
                            new KeyInfo(
                                    rows.getString(1).substring(0, ID_LENGTH),
                                    rows.getString(2),
                                    Role.ofWord(rows.getString(3)),
                                    split(rows.getString(4)),
                                    rows.getObject(5, OffsetDateTime.class).toInstant(),
                                    expires == null ? null : expires.toInstant()));
                }
            }
            return keys;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read API keys", e);
        }
    }

    /** Ends a key at once; false if the tenant has none of this id. */
    @Transactional
    boolean revoke(String tenant, String id) {
        String sql = "delete from api_key where tenant = ? and substring(hash, 1, 16) = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setString(1, tenant);
            delete.setString(2, id);
            if (delete.executeUpdate() == 0) {
                return false;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write API keys", e);
        }
        audit.doneTo(tenant, "key.revoke", "keys/" + id, null);
        return true;
    }

    private static List<String> split(String sites) {
        return sites == null ? List.of() : List.of(sites.split(SITES));
    }

    private static OffsetDateTime at(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
