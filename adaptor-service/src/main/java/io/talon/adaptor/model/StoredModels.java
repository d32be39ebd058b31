// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.model;

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
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Base models and their releases in the database. They are no tenant's rows, so they are read and
 * written by plain SQL. Files lie here wherever adaptors lie: they are few.
 */
@ApplicationScoped
class StoredModels {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private static final String NEWEST_OF_EACH =
            "select m.sha256, m.label, m.profile, r.version, r.released, r.released_by"
                    + " from base_model m left join model_release r on r.model = m.sha256"
                    + " and r.version = (select max(n.version) from model_release n"
                    + " where n.model = m.sha256)";

    @Inject DataSource database;

    /**
     * A model and its newest release.
     *
     * @param version null: never released, and so are the others
     */
    record Stored(
            String sha256,
            String label,
            String profile,
            Long version,
            Instant released,
            String releasedBy) {}

    /** Which model was released last, if any was. */
    Optional<String> newestRelease() {
        return first("select model from model_release order by version desc");
    }

    /** Whether there is one of this hash. */
    boolean knows(String sha256) {
        return HASH.matcher(sha256).matches()
                && first("select sha256 from base_model where sha256 = ?", sha256).isPresent();
    }

    /** What they are called, some of them, the newest release first. */
    List<String> labels(int most) {
        return read(NEWEST_OF_EACH + " order by coalesce(r.version, 0) desc, m.sha256", most)
                .stream()
                .map(Stored::label)
                .toList();
    }

    /** A part of all, the newest release first. */
    Page<Stored> page(Paging paging) {
        Cursor.Rank after = Cursor.rank(paging.cursor);
        List<Stored> found =
                read(
                        NEWEST_OF_EACH
                                + " where coalesce(r.version, 0) < ? or coalesce(r.version, 0) = ?"
                                + " and m.sha256 > ?"
                                + " order by coalesce(r.version, 0) desc, m.sha256",
                        paging.limit + 1,
                        after.number(),
                        after.number(),
                        after.name());
        return Page.of(
                found,
                paging.limit,
                m -> Cursor.of(m.version() == null ? 0 : m.version(), m.sha256()));
    }

    /** The one of this hash. */
    Optional<Stored> find(String sha256) {
        return read(NEWEST_OF_EACH + " where m.sha256 = ?", 1, sha256).stream().findFirst();
    }

    /**
     * The file of a model that is there.
     *
     * @throws IllegalStateException if it is not
     */
    byte[] file(String sha256) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(
                                "select content from base_model where sha256 = ?")) {
            query.setString(1, sha256);
            try (ResultSet found = query.executeQuery()) {
                if (!found.next()) {
                    throw new IllegalStateException("base model " + sha256 + " is not there");
                }
                return found.getBytes(1);
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /**
     * The version of the newest release, 0 before the first. Nobody else releases or keeps a model
     * until the end of the transaction.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    long lock() {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select version from model_head for update");
                ResultSet head = query.executeQuery()) {
            head.next();
            return head.getLong(1);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** Keeps a model unless it is there; after {@link #lock}. */
    @Transactional(Transactional.TxType.MANDATORY)
    void keep(ModelFile model) {
        if (!knows(model.sha256())) {
            write(
                    "insert into base_model (sha256, label, profile, content, added)"
                            + " values (?, ?, ?, ?, ?)",
                    model.sha256(),
                    model.label(),
                    model.profile(),
                    model.bytes(),
                    OffsetDateTime.now(ZoneOffset.UTC));
        }
    }

    /** Writes a release down; after {@link #lock}. */
    @Transactional(Transactional.TxType.MANDATORY)
    void release(String sha256, long version, Instant at, String by) {
        write("update model_head set version = ?", version);
        write(
                "insert into model_release (version, model, released, released_by)"
                        + " values (?, ?, ?, ?)",
                version,
                sha256,
                OffsetDateTime.ofInstant(at, ZoneOffset.UTC),
                by);
    }

    private Optional<String> first(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = prepared(connection, sql, values)) {
            query.setMaxRows(1);
            try (ResultSet found = query.executeQuery()) {
                return found.next() ? Optional.of(found.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private List<Stored> read(String sql, int most, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = prepared(connection, sql, values)) {
            query.setMaxRows(most);
            List<Stored> models = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    models.add(stored(rows));
                }
            }
            return models;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static Stored stored(ResultSet row) throws SQLException {
        OffsetDateTime released = row.getObject(5, OffsetDateTime.class);
        return new Stored(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, Long.class),
                released == null ? null : released.toInstant(),
                row.getString(6));
    }

    private void write(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, values)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write base models", e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static IllegalStateException unreadable(SQLException e) {
        return new IllegalStateException("cannot read base models", e);
    }
}
