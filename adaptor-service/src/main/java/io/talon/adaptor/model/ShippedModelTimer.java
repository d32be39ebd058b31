// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.model;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Has the shipped model kept once per process, whether or not anybody asks for models. Some time
 * after the start, which would take longer by reading it.
 */
@ApplicationScoped
class ShippedModelTimer {
    private static final Logger LOG = Logger.getLogger(ShippedModelTimer.class);
    private static final int DELAY_SECONDS = 60;

    @Inject ShippedModel shipped;

    private ScheduledExecutorService timer;

    void start(@Observes StartupEvent event) {
        timer = Executors.newSingleThreadScheduledExecutor(ShippedModelTimer::thread);
        timer.scheduleWithFixedDelay(this::keep, DELAY_SECONDS, DELAY_SECONDS, TimeUnit.SECONDS);
    }

    /** Without an interrupt: one that meets H2 at its file closes that file for everybody. */
    void stop(@Observes ShutdownEvent event) {
        timer.shutdown();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "shipped-model");
        thread.setDaemon(true);
        return thread;
    }

    private void keep() {
        try {
            shipped.keep();
            timer.shutdown();
        } catch (RuntimeException e) {
            LOG.error("The shipped base model cannot be kept; trying again later", e);
        }
    }
}
