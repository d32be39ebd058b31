// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.audit;

import io.talon.adaptor.tenant.Caller;
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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Adds to a tenant's audit, in the transaction that is going on: a deed and its entry happen
 * together or not at all. The head of the chain is locked until the transaction ends, so entries
 * follow each other without a gap.
 */
@ApplicationScoped
public class AuditLog {
    private static final int LONGEST_OBJECT = 400;
    private static final int LONGEST_DETAIL = 1000;
    private static final int LONGEST_ACTION = 60;

    @Inject DataSource database;
    @Inject Caller caller;

    /** How a deed ended. */
    public enum Outcome {
        /** It is in force. */
        DONE,
        /** Nothing was changed. */
        REFUSED
    }

    private record Head(long seq, String hash) {}

    /**
     * Records a deed of the caller.
     *
     * @param action e.g. {@code adaptor.promote}
     * @param object e.g. {@code sites/plant/adaptors/3}
     * @param detail more; may be null
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void done(String action, String object, String detail) {
        add(caller.tenant(), action, object, Outcome.DONE, detail);
    }

    /** Records a deed of the operator to a tenant. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void doneTo(String tenant, String action, String object, String detail) {
        add(tenant, action, object, Outcome.DONE, detail);
    }

    /**
     * Records a deed of the operator that concerns all tenants. Their heads are locked in the order
     * of names: two such deeds wait for each other, neither for ever.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void doneToAll(String action, String object, String detail) {
        for (String tenant : tenants()) {
            doneTo(tenant, action, object, detail);
        }
    }

    /** Records, in a transaction of its own, what the caller was refused. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void refused(String action, String object, String detail) {
        add(caller.tenant(), action, object, Outcome.REFUSED, detail);
    }

    private List<String> tenants() {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select id from tenant order by id");
                ResultSet found = query.executeQuery()) {
            List<String> tenants = new ArrayList<>();
            while (found.next()) {
                tenants.add(found.getString(1));
            }
            return tenants;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read tenants", e);
        }
    }

    private void add(String tenant, String action, String object, Outcome outcome, String detail) {
        try (Connection connection = database.getConnection()) {
            Head head = lock(connection, tenant);
            AuditEntry entry =
                    AuditEntry.after(
                            head.seq() + 1,
                            head.hash(),
                            tenant,
                            Instant.now().truncatedTo(ChronoUnit.MICROS),
                            caller.name(),
                            cut(action, LONGEST_ACTION),
                            cut(object, LONGEST_OBJECT),
                            outcome,
                            cut(detail, LONGEST_DETAIL));
            insert(connection, tenant, entry);
            moveHead(connection, tenant, entry);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write the audit", e);
        }
    }

    private static Head lock(Connection connection, String tenant) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "select seq, hash from audit_head where tenant = ? for update")) {
            query.setString(1, tenant);
            try (ResultSet found = query.executeQuery()) {
                if (!found.next()) {
                    throw new SQLException("the audit of tenant '" + tenant + "' has no head");
                }
                return new Head(found.getLong(1), found.getString(2));
            }
        }
    }

    private static void insert(Connection connection, String tenant, AuditEntry entry)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into audit_entry (tenant, seq, at_time, by_name, action, object,"
                                + " outcome, detail, previous, hash)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, tenant);
            insert.setLong(2, entry.seq());
            insert.setObject(3, OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC));
            insert.setString(4, entry.by());
            insert.setString(5, entry.action());
            insert.setString(6, entry.object());
            insert.setString(7, entry.outcome());
            insert.setString(8, entry.detail());
            insert.setString(9, entry.previous());
            insert.setString(10, entry.hash());
            insert.executeUpdate();
        }
    }

    private static void moveHead(Connection connection, String tenant, AuditEntry entry)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "update audit_head set seq = ?, hash = ? where tenant = ?")) {
            update.setLong(1, entry.seq());
            update.setString(2, entry.hash());
            update.setString(3, tenant);
            update.executeUpdate();
        }
    }

    private static String cut(String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest);
    }
}
