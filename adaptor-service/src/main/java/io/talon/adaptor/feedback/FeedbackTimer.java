// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.feedback;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.talon.adaptor.TalonConfig;
import io.talon.adaptor.problem.ProblemException;
import io.talon.adaptor.search.IndexedFeedback;
import io.talon.adaptor.tenant.TenantWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Collects feedback for every tenant, now and then, where there is an Elasticsearch. */
@ApplicationScoped
class FeedbackTimer {
    private static final Logger LOG = Logger.getLogger(FeedbackTimer.class);
    private static final String NAME = "feedback";

    @Inject Feedback feedback;
    @Inject IndexedFeedback indexed;
    @Inject TenantWork tenants;
    @Inject DataSource database;
    @Inject TalonConfig config;

    private ScheduledExecutorService timer;

    void start(@Observes StartupEvent event) {
        if (indexed.isOn()) {
            long seconds = config.elasticsearch().feedbackEvery().toSeconds();
            timer = Executors.newSingleThreadScheduledExecutor(FeedbackTimer::thread);
            timer.scheduleWithFixedDelay(this::collect, seconds, seconds, TimeUnit.SECONDS);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (timer != null) {
            // No interrupt: one that meets H2 at its file closes that file for everybody.
            timer.shutdown();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, NAME);
        thread.setDaemon(true);
        return thread;
    }

    private void collect() {
        try {
            for (String tenant : all()) {
                FeedbackReport report = tenants.as(tenant, NAME, feedback::collect);
                if (report.proposed() > 0) {
                    LOG.infof("%d triplets proposed to tenant %s", report.proposed(), tenant);
                }
            }
        } catch (ProblemException e) {
            LOG.warnf("No feedback: %s", e.getMessage());
        } catch (SQLException | RuntimeException e) {
            LOG.error("Feedback cannot be collected; trying again later", e);
        }
    }

    private List<String> all() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select id from tenant");
                ResultSet rows = query.executeQuery()) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
