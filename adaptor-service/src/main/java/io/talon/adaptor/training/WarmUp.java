// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.training;

import io.quarkus.runtime.ShutdownEvent;
import io.talon.adaptor.TalonConfig;
import io.talon.ctalvae.report.Rehearsal;
import io.talon.ctalvae.train.AdaptationOptions;
import io.talon.ctalvae.train.TrainingProgress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Rehearses training once per process, from the moment that somebody has added flows or a triplet:
 * while an analyst looks for triplets, the JVM compiles what will teach the site. Ends as soon as
 * there is a job, which goes on where the compilers are.
 */
@ApplicationScoped
class WarmUp {
    private static final Logger LOG = Logger.getLogger(WarmUp.class);

    /** After so many, some 14 seconds of two idle cores, the compilers have little left to do. */
    private static final int ROUNDS = 8;

    @Inject TalonConfig config;

    private final AtomicBoolean begun = new AtomicBoolean();
    private final AtomicBoolean needless = new AtomicBoolean();

    /** Does so, unless it has been begun or is needless. */
    void begin() {
        if (config.training().warmUp() && begun.compareAndSet(false, true)) {
            Thread thread = new Thread(this::rehearse, "warm-up");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** There is a job: nothing more is rehearsed in this process. */
    void end() {
        begun.set(true);
        needless.set(true);
    }

    void stop(@Observes ShutdownEvent event) {
        end();
    }

    private void rehearse() {
        try {
            for (int round = 0; round < ROUNDS; round++) {
                Rehearsal.run(AdaptationOptions.defaults().steps(), new UntilNeedless());
            }
        } catch (CancellationException e) {
            LOG.debug("Training is no longer rehearsed: there is a job");
        }
    }

    private final class UntilNeedless implements TrainingProgress {
        @Override
        public void step(int step, int steps, double loss) {
            alive();
        }

        @Override
        public void alive() {
            if (needless.get()) {
                throw new CancellationException();
            }
        }
    }
}
