// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Figures for Prometheus, beside those of HTTP and the JVM: what waits. */
@ApplicationScoped
class ServiceMetrics {
    @Inject MeterRegistry registry;
    @Inject DataSource database;

    void atStart(@Observes StartupEvent event) {
        gauge(
                "talon.outbox.waiting",
                "Control records that Kafka has not got yet",
                "select count(*) from outbox");
        gauge(
                "talon.jobs.queued",
                "Training jobs that wait",
                "select count(*) from training_job where state = 'queued'");
        gauge(
                "talon.jobs.running",
                "Training jobs that run",
                "select count(*) from training_job where state = 'running'");
        gauge(
                "talon.jobs.failed",
                "Training jobs that have failed so far",
                "select count(*) from training_job where state = 'failed'");
    }

    private void gauge(String name, String what, String sql) {
        Gauge.builder(name, this, metrics -> metrics.count(sql))
                .description(what)
                .register(registry);
    }

    /** NaN, which Prometheus shows as a gap, while the database is away. */
    private double count(String sql) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            return Double.NaN;
        }
    }
}
