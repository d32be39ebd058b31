// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.operation;

import io.quarkus.runtime.Quarkus;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import io.talon.adaptor.TalonConfig;
import io.talon.ctalvae.report.Rehearsal;
import io.talon.ctalvae.train.TrainingProgress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Ends a service that the build has started only to archive the classes that it loads. A start is
 * over when somebody has asked whether the service is ready, and whoever asks for more first meets
 * the API: both are asked before. What the first site that is taught needs is archived too.
 */
@ApplicationScoped
class StartOnly {
    private static final Logger LOG = Logger.getLogger(StartOnly.class);
    private static final int PATIENCE_MILLIS = 60_000;

    private static final Map<String, Integer> ANSWERS =
            Map.of("/q/health/ready", 200, "/api/v1/me", 401);

    @Inject TalonConfig config;
    @Inject HttpServer server;

    void listens(@ObservesAsync HttpServerStart event) {
        if (config.startOnly()) {
            Rehearsal.run(1, TrainingProgress.SILENT);
            Quarkus.asyncExit(ANSWERS.entrySet().stream().allMatch(this::answers) ? 0 : 1);
        }
    }

    private boolean answers(Map.Entry<String, Integer> expected) {
        URI address = URI.create("http://127.0.0.1:" + server.getPort() + expected.getKey());
        try {
            HttpURLConnection request = (HttpURLConnection) address.toURL().openConnection();
            request.setReadTimeout(PATIENCE_MILLIS);
            int status = request.getResponseCode();
            if (status != expected.getValue()) {
                LOG.errorf("%s answers %d", address, status);
            }
            return status == expected.getValue();
        } catch (IOException e) {
            LOG.errorf("%s does not answer: %s", address, e.getMessage());
            return false;
        }
    }
}
