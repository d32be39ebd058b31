// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.demo;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Work that runs side by side, each step as soon as those that it needs are done. The first that
 * fails ends the waiting for all. Thread-safe.
 */
final class Steps implements AutoCloseable {
    private final ExecutorService threads =
            Executors.newCachedThreadPool(
                    task -> {
                        Thread thread = new Thread(task, "demo-step");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final CompletableFuture<Void> failure = new CompletableFuture<>();

    /** A step that gives no value. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    /** Runs a step once all of {@code needed} are done; never, if one of them fails. */
    <T> CompletableFuture<T> after(List<? extends CompletableFuture<?>> needed, Callable<T> step) {
        return CompletableFuture.allOf(needed.toArray(CompletableFuture<?>[]::new))
                .thenApplyAsync(done -> call(step), threads);
    }

    /** Runs a step that gives no value once all of {@code needed} are done. */
    CompletableFuture<Void> afterwards(List<? extends CompletableFuture<?>> needed, Action step) {
        return after(
                needed,
                () -> {
                    step.run();
                    return null;
                });
    }

    /** Runs a step now. */
    <T> CompletableFuture<T> now(Callable<T> step) {
        return after(List.of(), step);
    }

    /** Makes every waiting end with this failure. */
    void fail(Throwable why) {
        failure.completeExceptionally(why);
    }

    /**
     * Waits for a step.
     *
     * @throws Exception why any step failed
     */
    <T> T await(CompletableFuture<T> step) throws Exception {
        try {
            CompletableFuture.anyOf(step, failure).get();
            return step.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private <T> T call(Callable<T> step) {
        try {
            return step.call();
        } catch (Exception e) {
            fail(e);
            throw new CompletionException(e);
        }
    }

    /** Interrupts what still runs. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
