// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.demo;

import io.talon.local.part.DiskSpace;
import io.talon.local.part.Part;
import io.talon.local.part.PartFailure;
import io.talon.local.process.ChildProcess;
import io.talon.local.process.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Watches the parts that are up: one that ends is started again on its own port and data, and the
 * job waits for it. One that keeps ending, or whose end loses the job, ends the demo.
 */
final class Supervisor implements AutoCloseable {
    private static final int RESTARTS = 3;
    private static final long INTERVAL_MILLIS = 500;

    private final List<Part> parts = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> restarts = new HashMap<>();
    private final Progress progress;
    private final Duration patience;
    private final DiskSpace disk;
    private final Consumer<Exception> onFailure;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread watcher = new Thread(task, "demo-supervisor");
                        watcher.setDaemon(true);
                        return watcher;
                    });
    private boolean diskWasLow;

    /**
     * @param patience how long a part may take to answer again
     * @param onFailure told once, when the demo cannot go on
     */
    Supervisor(
            Progress progress, Duration patience, DiskSpace disk, Consumer<Exception> onFailure) {
        this.progress = progress;
        this.patience = patience;
        this.disk = disk;
        this.onFailure = onFailure;
        thread.scheduleWithFixedDelay(
                this::look, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Watches a part from now on. */
    void watch(Part part) {
        parts.add(part);
    }

    private void look() {
        try {
            for (Part part : parts) {
                Optional<ChildProcess> ended = part.ended();
                if (ended.isPresent()) {
                    revive(part, ended.get());
                }
            }
            lookAtDisk();
        } catch (IOException e) {
            parts.clear();
            onFailure.accept(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void revive(Part part, ChildProcess ended) throws IOException, InterruptedException {
        PartFailure failure = part.failure(ended);
        int before = restarts.merge(part.name(), 1, Integer::sum) - 1;
        if (!part.survivesRestart() || before == RESTARTS) {
            throw failure;
        }
        progress.say(failure.getMessage());
        progress.say(part.name() + " is started again; until it answers the job waits");
        part.start(Deadline.in(patience));
        progress.say(part.name() + " answers again at " + part.address());
    }

    private void lookAtDisk() throws IOException {
        Optional<String> low = disk.warning();
        if (low.isPresent() != diskWasLow) {
            diskWasLow = low.isPresent();
            progress.say(low.orElse("there is space on the disk again"));
        }
    }

    @Override
    public void close() {
        parts.clear();
        thread.shutdownNow();
    }
}
