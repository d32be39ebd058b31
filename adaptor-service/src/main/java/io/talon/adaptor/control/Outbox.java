// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.control;

import io.talon.adaptor.TalonConfig;
import io.talon.control.v1.AdaptorRelease;
import io.talon.control.v1.ModelRelease;
import io.talon.control.v1.SiteSettings;
import io.talon.control.v1.Suppression;
import io.talon.schema.control.ControlKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Records that are to be sent to Kafka. Written in the transaction of the change that they tell of,
 * so that neither happens without the other; sent by {@link OutboxSender} afterwards. Read by plain
 * SQL, for the sender serves all tenants.
 */
@ApplicationScoped
public class Outbox {
    @Inject DataSource database;
    @Inject TransactionSynchronizationRegistry transactions;
    @Inject TalonConfig config;

    private final Semaphore added = new Semaphore(0);

    /**
     * A record to be sent.
     *
     * @param id grows in the order of writing
     */
    record Entry(long id, String topic, String key, byte[] payload) {}

    /** Sends an entry, and returns when Kafka has it. */
    @FunctionalInterface
    interface Sending {
        void send(Entry entry) throws InterruptedException, ExecutionException;
    }

    /** Adds a release; the sender is woken when the transaction is committed. */
    public void add(AdaptorRelease release) {
        add(release.getTenant(), ControlKey.of(release), ControlRecords.encode(release));
    }

    /** Adds a base model's release, which is no tenant's. */
    public void add(ModelRelease release) {
        add(null, ControlKey.of(release), ControlRecords.encode(release));
    }

    /** Adds a site's settings. */
    public void add(SiteSettings settings) {
        add(settings.getTenant(), ControlKey.of(settings), ControlRecords.encode(settings));
    }

    /** Adds a suppression, or its withdrawal. */
    public void add(Suppression suppression) {
        add(
                suppression.getTenant(),
                ControlKey.of(suppression),
                ControlRecords.encode(suppression));
    }

    private void add(String tenant, String key, byte[] payload) {
        String sql =
                "insert into outbox (tenant, topic, record_key, payload, created)"
                        + " values (?, ?, ?, ?, ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, tenant);
            insert.setString(2, config.release().topic());
            insert.setString(3, key);
            insert.setBytes(4, payload);
            insert.setObject(5, OffsetDateTime.now(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write the outbox", e);
        }
        transactions.registerInterposedSynchronization(new WakeAfterCommit());
    }

    /** Waits until something was added, but no longer than {@code seconds}. */
    void awaitAdded(int seconds) throws InterruptedException {
        if (added.tryAcquire(seconds, TimeUnit.SECONDS)) {
            added.drainPermits();
        }
    }

    /** Ends the wait of {@link #awaitAdded}. */
    void wake() {
        added.release();
    }

    /**
     * Has the oldest entry sent and forgets it. Its row is locked until then: another instance
     * waits, for what it sent later and out of order would be the last word of a compacted topic.
     *
     * @return whether there was one
     * @throws ExecutionException why Kafka did not take it
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean sendOldest(Sending sending)
            throws SQLException, InterruptedException, ExecutionException {
        try (Connection connection = database.getConnection()) {
            Optional<Entry> entry = oldest(connection);
            if (entry.isPresent()) {
                sending.send(entry.get());
                remove(connection, entry.get());
            }
            return entry.isPresent();
        }
    }

    /** Where the oldest entry is to be sent to; it is not locked. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<String> oldestTopic() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select topic from outbox order by id")) {
            query.setMaxRows(1);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    private static Optional<Entry> oldest(Connection connection) throws SQLException {
        String sql = "select id, topic, record_key, payload from outbox order by id for update";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setMaxRows(1);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next()
                        ? Optional.of(
                                new Entry(
                                        rows.getLong(1),
                                        rows.getString(2),
                                        rows.getString(3),
                                        rows.getBytes(4)))
                        : Optional.empty();
            }
        }
    }

    private static void remove(Connection connection, Entry entry) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from outbox where id = ?")) {
            delete.setLong(1, entry.id());
            delete.executeUpdate();
        }
    }

    private final class WakeAfterCommit implements Synchronization {
        @Override
        public void beforeCompletion() {
            // Nothing is to be done before the commit.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                added.release();
            }
        }
    }
}
