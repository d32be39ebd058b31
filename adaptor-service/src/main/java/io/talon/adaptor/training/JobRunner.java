// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.talon.adaptor.TalonConfig;
import io.talon.adaptor.problem.Problem;
import io.talon.adaptor.problem.ProblemException;
import io.talon.adaptor.tenant.TenantWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Runs jobs, a few at a time, until the service stops; then gives back what is not done. */
@ApplicationScoped
class JobRunner {
    private static final Logger LOG = Logger.getLogger(JobRunner.class);

    /** Between looks for jobs whose instance died. */
    private static final int PAUSE_SECONDS = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject JobQueue queue;
    @Inject Trainer trainer;
    @Inject WarmUp warmUp;
    @Inject TenantWork tenants;
    @Inject TalonConfig config;
    @Inject ObjectMapper json;

    private final Semaphore wake = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    void start(@Observes StartupEvent event) {
        for (int i = 0; i < config.training().workers(); i++) {
            Thread thread = new Thread(this::run, "training-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wake.release(threads.size());
        for (Thread thread : threads) {
            thread.join(PATIENCE.toMillis());
        }
    }

    void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) Jobs.JobQueued event) {
        wake.release();
    }

    private void run() {
        while (!stopping) {
            try {
                Optional<ClaimedJob> job = queue.claim();
                if (job.isPresent()) {
                    work(job.get());
                } else {
                    wake.tryAcquire(PAUSE_SECONDS, TimeUnit.SECONDS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException | RuntimeException e) {
                LOG.error("The queue cannot be read; trying again", e);
                pause();
            }
        }
    }

    private void work(ClaimedJob job) {
        warmUp.end();
        try {
            tenants.as(job.tenant(), job.createdBy(), () -> attempt(job));
        } catch (JobEndedException e) {
            ended(job, e.reason());
        } catch (ProblemException e) {
            failed(job, e.problem());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Job %s failed for a reason that nobody foresaw", job.id());
            failed(job, ProblemException.fault("the service failed; its log says why").problem());
        }
    }

    private Void attempt(ClaimedJob job) {
        if (job.attempt() > JobQueue.MOST_ATTEMPTS) {
            throw ProblemException.fault(
                    "the service died " + JobQueue.MOST_ATTEMPTS + " times over this job");
        }
        trainer.store(job, trainer.train(job, () -> stopping));
        return null;
    }

    private void ended(ClaimedJob job, JobEndedException.Reason reason) {
        switch (reason) {
            case STOPPING -> queue.giveBack(job);
            case TIME_UP ->
                    failed(
                            job,
                            ProblemException.unusable(
                                            "time-up",
                                            "the job took longer than it was allowed to",
                                            "Raise maxSeconds, or take fewer steps.")
                                    .problem());
            case NOT_OURS -> LOG.infof("Job %s was cancelled", job.id());
        }
    }

    private void failed(ClaimedJob job, Problem problem) {
        try {
            queue.failed(job, json.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is always writable", e);
        }
    }

    private void pause() {
        try {
            wake.tryAcquire(PAUSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
