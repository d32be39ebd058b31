// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.scorer;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A contender that is measured in turn with others: how much it does, by the time that its thread
 * had a processor, and how long a call takes, by the clock.
 */
final class Lane implements AutoCloseable {
    /** Long against what a turn finds cold (some 10 µs of caches), short against a scheduler's. */
    private static final long NANOS = 30_000_000;

    private static final int SAMPLES = 1 << 18;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Contender contender;
    private final double work;
    private final long[] samples;
    private final List<Slice> slices = new ArrayList<>();
    private int sampled;

    /**
     * @throws IllegalStateException if it does not compute what plain loops compute
     */
    Lane(Measure measure) throws Exception {
        Workload workload = new Workload(measure.batch(), measure.steps(), measure.adaptors());
        contender = measure.contender().checked(workload);
        work = measure.contender().work(measure);
        samples = measure.batch() == 1 ? new long[SAMPLES] : null;
    }

    /** A turn that counts. */
    void measure() throws Exception {
        slices.add(slice());
    }

    /** A turn. */
    Slice slice() throws Exception {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long busy = THREADS.getCurrentThreadCpuTime();
        long started = System.nanoTime();
        long ended = started;
        int calls = 0;
        while (ended - started < NANOS) {
            contender.score();
            long now = System.nanoTime();
            if (samples != null) {
                samples[sampled++ % SAMPLES] = now - ended;
            }
            ended = now;
            calls++;
        }
        busy = THREADS.getCurrentThreadCpuTime() - busy;
        long bytes = THREADS.getCurrentThreadAllocatedBytes() - allocated;
        return new Slice(1e9 * calls * work / busy, bytes / (calls * work));
    }

    /** Forgets the samples of before; slices that count begin now. */
    void begin() {
        sampled = 0;
    }

    /**
     * Medians over the turns that counted.
     *
     * @param yardstick what the yardstick did per second meanwhile
     */
    Figure figure(double yardstick) {
        double p50 = Double.NaN;
        double p99 = Double.NaN;
        if (samples != null) {
            long[] sorted = Arrays.copyOf(samples, Math.min(sampled, SAMPLES));
            Arrays.sort(sorted);
            p50 = sorted[sorted.length / 2] / 1e3;
            p99 = sorted[sorted.length * 99 / 100] / 1e3;
        }
        double bytes = median(slices.stream().mapToDouble(Slice::bytes).toArray());
        return new Figure(rate(), bytes, p50, p99, yardstick);
    }

    /** Median work per second. */
    double rate() {
        return median(slices.stream().mapToDouble(Slice::rate).toArray());
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    @Override
    public void close() throws Exception {
        contender.close();
    }
}
