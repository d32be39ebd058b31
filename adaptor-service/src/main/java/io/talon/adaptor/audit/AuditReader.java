// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.audit;

import io.talon.adaptor.page.Cursor;
import io.talon.adaptor.page.Page;
import io.talon.adaptor.page.Paging;
import io.talon.adaptor.tenant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Reads the audit of the caller's tenant, and checks its chain. */
@ApplicationScoped
class AuditReader {
    private static final String COLUMNS =
            "select seq, at_time, by_name, action, object, outcome, detail, previous, hash"
                    + " from audit_entry where tenant = ? and seq ";

    /** Entries read at a time when the whole chain is checked. */
    private static final int STRIDE = 1000;

    @Inject DataSource database;
    @Inject Caller caller;

    /** A part of the audit, newest first. */
    @Transactional
    Page<AuditEntry> page(Paging paging) {
        List<AuditEntry> found =
                read(
                        COLUMNS + "< ? order by seq desc",
                        Cursor.number(paging.cursor),
                        paging.limit + 1);
        return Page.of(found, paging.limit, entry -> Cursor.of(Long.toString(entry.seq())));
    }

    /** Follows the chain from its beginning to its head. */
    @Transactional
    AuditFinding verify() {
        AuditChain chain = new AuditChain(caller.tenant());
        List<AuditEntry> entries;
        do {
            entries = read(COLUMNS + "> ? order by seq", chain.length(), STRIDE);
            for (AuditEntry entry : entries) {
                if (!chain.accepts(entry)) {
                    return chain.finding();
                }
            }
        } while (entries.size() == STRIDE);
        return chain.end(head());
    }

    private AuditChain.Head head() {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(
                                "select seq, hash from audit_head where tenant = ?")) {
            query.setString(1, caller.tenant());
            try (ResultSet found = query.executeQuery()) {
                return found.next()
                        ? new AuditChain.Head(found.getLong(1), found.getString(2))
                        : new AuditChain.Head(-1, "");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the audit", e);
        }
    }

    private List<AuditEntry> read(String sql, long seq, int most) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, caller.tenant());
            query.setLong(2, seq);
            query.setMaxRows(most);
            List<AuditEntry> entries = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    entries.add(
                            new AuditEntry(
                                    rows.getLong(1),
                                    rows.getObject(2, OffsetDateTime.class).toInstant(),
                                    rows.getString(3),
                                    rows.getString(4),
                                    rows.getString(5),
                                    rows.getString(6),
                                    rows.getString(7),
                                    rows.getString(8),
                                    rows.getString(9)));
                }
            }
            return entries;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the audit", e);
        }
    }
}
