// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.training;

import io.talon.ctalvae.train.TrainingProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Watches one attempt: writes progress down now and then, which also renews the lease, and ends the
 * work when the job was cancelled, its time is up, or the service stops.
 */
final class JobProgress {
    private static final long EVERY_NANOS = Duration.ofMillis(300).toNanos();
    private static final int LOSS_POINTS = 100;

    private final JobQueue queue;
    private final ClaimedJob job;
    private final BooleanSupplier stopping;
    private final int benign;
    private final long deadline;
    private final List<List<Double>> loss = new ArrayList<>();
    private long written;
    private int step;
    private Double lastLoss;

    JobProgress(
            JobQueue queue, ClaimedJob job, Duration most, int benign, BooleanSupplier stopping) {
        this.queue = queue;
        this.job = job;
        this.benign = benign;
        this.stopping = stopping;
        this.deadline = System.nanoTime() + most.toNanos();
    }

    /** While the adaptor is fitted. */
    TrainingProgress fitting() {
        return new Fitting();
    }

    /** The adaptor is fitted; what is left is its report card. */
    void reporting() {
        written = 0;
        alive(TrainingJob.REPORTING);
    }

    /** Points [step, loss]. */
    List<List<Double>> loss() {
        return loss;
    }

    private void alive(String phase) {
        if (stopping.getAsBoolean()) {
            throw new JobEndedException(JobEndedException.Reason.STOPPING);
        }
        long now = System.nanoTime();
        if (now - deadline > 0) {
            throw new JobEndedException(JobEndedException.Reason.TIME_UP);
        }
        if (written == 0 || now - written > EVERY_NANOS) {
            written = now;
            if (!queue.progress(job, phase, step, lastLoss, benign)) {
                throw new JobEndedException(JobEndedException.Reason.NOT_OURS);
            }
        }
    }

    private final class Fitting implements TrainingProgress {
        @Override
        public void step(int done, int steps, double lossNow) {
            step = done;
            lastLoss = lossNow;
            if (done % Math.max(1, steps / LOSS_POINTS) == 0) {
                loss.add(List.of((double) done, lossNow));
            }
            alive();
        }

        /** Other fits go on: the lease must not run out over them. */
        @Override
        public void alive() {
            JobProgress.this.alive(TrainingJob.FITTING);
        }
    }
}
