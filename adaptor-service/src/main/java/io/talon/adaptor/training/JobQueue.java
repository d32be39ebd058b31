// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.training;

import io.talon.adaptor.TalonConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The queue of all tenants' jobs, by plain SQL, for it serves all of them. An instance takes a job
 * by a lease, which it renews while it works; when the lease runs out, the instance is taken for
 * dead and another one starts the job again.
 */
@ApplicationScoped
class JobQueue {
    /** A job that has brought that many instances down is not tried again. */
    static final int MOST_ATTEMPTS = 3;

    private static final int LOOKED_AT = 8;

    @Inject DataSource database;
    @Inject TalonConfig config;

    /** Takes the next job: of the tenant that was served longest ago, its oldest. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<ClaimedJob> claim() throws SQLException {
        try (Connection connection = database.getConnection()) {
            for (ClaimedJob waiting : waiting(connection)) {
                if (take(connection, waiting)) {
                    return Optional.of(waiting);
                }
            }
        }
        return Optional.empty();
    }

    /** Renews the lease; false if the job is not this instance's any more: it was cancelled. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean progress(ClaimedJob job, String phase, int step, Double loss, int benign) {
        return update(
                "update training_job set phase = ?, step = ?, loss = ?, benign = ?, lease = ?"
                        + " where id = ? and state = 'running' and attempts = ?",
                phase,
                step,
                loss,
                benign,
                now().plus(config.training().lease()),
                job.id(),
                job.attempt());
    }

    /**
     * Ends a job with an adaptor, in the transaction that stores it; false if the job is not this
     * instance's any more, and then the transaction must not be committed.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean done(ClaimedJob job, long adaptor, String verdict) {
        return update(
                "update training_job set state = 'done', phase = 'ended', step = steps,"
                        + " adaptor = ?, verdict = ?, ended = ?, lease = null"
                        + " where id = ? and state = 'running' and attempts = ?",
                adaptor,
                verdict,
                now(),
                job.id(),
                job.attempt());
    }

    /** Ends a job with a problem; false if it is not this instance's any more. */
    @Transactional(Transactional.TxType.REQUIRED)
    boolean failed(ClaimedJob job, String problem) {
        return update(
                "update training_job set state = 'failed', phase = 'ended', problem = ?,"
                        + " ended = ?, lease = null"
                        + " where id = ? and state = 'running' and attempts = ?",
                problem,
                now(),
                job.id(),
                job.attempt());
    }

    /** Gives a job back, to be started again at once by whoever can. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void giveBack(ClaimedJob job) {
        update(
                "update training_job set state = 'queued', phase = 'waiting', step = 0,"
                        + " attempts = attempts - 1, lease = null"
                        + " where id = ? and state = 'running' and attempts = ?",
                job.id(),
                job.attempt());
    }

    private static List<ClaimedJob> waiting(Connection connection) throws SQLException {
        String sql =
                "select j.id, j.tenant, j.site, j.request, j.created_by, j.attempts"
                        + " from training_job j left join (select tenant, max(started) as last"
                        + " from training_job group by tenant) served on served.tenant = j.tenant"
                        + " where j.state = 'queued' or j.state = 'running' and j.lease < ?"
                        + " order by coalesce(served.last, timestamp '1970-01-01 00:00:00'),"
                        + " j.created, j.id";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, now());
            query.setMaxRows(LOOKED_AT);
            List<ClaimedJob> jobs = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    jobs.add(
                            new ClaimedJob(
                                    rows.getObject(1, UUID.class),
                                    rows.getString(2),
                                    rows.getObject(3, UUID.class),
                                    rows.getString(4),
                                    rows.getString(5),
                                    rows.getInt(6) + 1));
                }
            }
            return jobs;
        }
    }

    private boolean take(Connection connection, ClaimedJob job) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "update training_job set state = 'running', phase = 'fitting', step = 0,"
                                + " attempts = attempts + 1, started = ?, lease = ?"
                                + " where id = ? and attempts = ?"
                                + " and (state = 'queued' or state = 'running' and lease < ?)")) {
            OffsetDateTime now = now();
            update.setObject(1, now);
            update.setObject(2, now.plus(config.training().lease()));
            update.setObject(3, job.id());
            update.setInt(4, job.attempt() - 1);
            update.setObject(5, now);
            return update.executeUpdate() == 1;
        }
    }

    private boolean update(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write the queue", e);
        }
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }
}
