// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.adapt;

import io.talon.ctalvae.train.TrainingProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;

/**
 * Does independent pieces of teaching at once: in the caller's thread, and in those of the common
 * pool that have nothing else to do. Every piece is done by whoever comes to it first, the first
 * one always by the caller. Results do not depend on who did what.
 */
public final class Together {

    /**
     * A piece of work.
     *
     * @param <T> what it makes
     */
    @FunctionalInterface
    public interface Piece<T> {
        /**
         * @param progress to be told of every step
         */
        T make(TrainingProgress progress) throws AdaptationException;
    }

    private final Thread caller = Thread.currentThread();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicReference<RuntimeException> end = new AtomicReference<>();
    private final TrainingProgress progress;

    private Together(TrainingProgress progress) {
        this.progress = progress;
    }

    /**
     * What the pieces make, in their order.
     *
     * @param progress told of those steps that the caller's thread takes, in that thread; what it
     *     throws ends all pieces and is thrown
     * @throws AdaptationException if a piece throws it
     */
    public static <T> List<T> make(TrainingProgress progress, List<Piece<T>> pieces)
            throws AdaptationException {
        Together together = new Together(progress);
        List<FutureTask<T>> tasks = pieces.stream().map(together::task).toList();
        together.run(tasks);
        List<T> made = new ArrayList<>();
        for (FutureTask<T> task : tasks) {
            made.add(result(task));
        }
        return made;
    }

    /**
     * What comes of two pieces that make different things; as {@link #make}.
     *
     * @param join of what both made, called in the caller's thread
     */
    public static <A, B, T> T both(
            TrainingProgress progress, Piece<A> first, Piece<B> second, BiFunction<A, B, T> join)
            throws AdaptationException {
        Together together = new Together(progress);
        FutureTask<A> one = together.task(first);
        FutureTask<B> other = together.task(second);
        together.run(List.of(one, other));
        return join.apply(result(one), result(other));
    }

    private <T> FutureTask<T> task(Piece<T> piece) {
        return new FutureTask<>(() -> piece.make(new Watch()));
    }

    /** Returns when all are done, or throws what the first of them that failed threw. */
    private void run(List<? extends FutureTask<?>> tasks) throws AdaptationException {
        if (Runtime.getRuntime().availableProcessors() > 1) {
            // On a single core the common pool may have no thread, and would keep them for ever.
            tasks.stream().skip(1).forEach(ForkJoinPool.commonPool()::execute);
        }
        try {
            for (FutureTask<?> task : tasks) {
                // Does nothing if the task was begun elsewhere.
                task.run();
            }
            RuntimeException thrown = end.get();
            if (thrown != null) {
                // Pieces that it ended elsewhere failed too, only because of it.
                throw thrown;
            }
            for (FutureTask<?> task : tasks) {
                result(task);
            }
        } finally {
            ended.set(true);
        }
    }

    /** What a piece tells, wherever it is made. */
    private final class Watch implements TrainingProgress {
        @Override
        public void step(int step, int steps, double loss) {
            tell(() -> progress.step(step, steps, loss));
        }

        @Override
        public void alive() {
            tell(progress::alive);
        }

        private void tell(Runnable news) {
            if (ended.get()) {
                throw new CancellationException("another part of the work has failed");
            }
            if (Thread.currentThread() == caller) {
                try {
                    news.run();
                } catch (RuntimeException e) {
                    end.compareAndSet(null, e);
                    ended.set(true);
                    throw e;
                }
            }
        }
    }

    private static <T> T result(FutureTask<T> task) throws AdaptationException {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while teaching");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AdaptationException expected) {
                throw expected;
            }
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
