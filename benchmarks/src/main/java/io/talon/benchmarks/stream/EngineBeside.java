// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The scoring engine alone, in a process that runs beside a measured one, on the same core at the
 * same time: whatever else the machine does, it does it to both. Says again and again how far it
 * is.
 */
final class EngineBeside implements AutoCloseable {

    /** Begins a line that says how far it is: milliseconds, sequences, nanoseconds of CPU. */
    static final String TICK = "tick ";

    private final Process process;
    private final List<Tick> ticks = new ArrayList<>();

    private EngineBeside(Process process) {
        this.process = process;
    }

    /** Starts it, and waits until it is warm. */
    static EngineBeside start(ProcessBuilder builder) throws IOException {
        EngineBeside engine = new EngineBeside(builder.start());
        BufferedReader said =
                new BufferedReader(
                        new InputStreamReader(
                                engine.process.getInputStream(), StandardCharsets.UTF_8));
        if (!engine.hears(said)) {
            throw new IOException("the engine beside the measured process ended at once");
        }
        Thread reader = new Thread(() -> engine.listen(said), "engine-beside");
        reader.setDaemon(true);
        reader.start();
        return engine;
    }

    private void listen(BufferedReader said) {
        try {
            while (hears(said)) {
                // what it says is kept
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean hears(BufferedReader said) throws IOException {
        String line = said.readLine();
        while (line != null && !line.startsWith(TICK)) {
            line = said.readLine();
        }
        if (line != null) {
            synchronized (ticks) {
                ticks.add(Tick.parse(line.substring(TICK.length())));
            }
        }
        return line != null;
    }

    /**
     * Sequences per second of its CPU.
     *
     * @param fromMillis since the epoch
     * @throws IllegalStateException if it was not heard of at least twice within this time
     */
    double perCpuSecond(long fromMillis, long untilMillis) {
        synchronized (ticks) {
            return perCpuSecond(ticks, fromMillis, untilMillis);
        }
    }

    static double perCpuSecond(List<Tick> ticks, long fromMillis, long untilMillis) {
        List<Tick> within =
                ticks.stream()
                        .filter(t -> t.millis() >= fromMillis && t.millis() <= untilMillis)
                        .toList();
        if (within.size() < 2) {
            throw new IllegalStateException(
                    "the engine beside was heard of %d times in %d ms: the run is too short"
                            .formatted(within.size(), untilMillis - fromMillis));
        }
        Tick first = within.get(0);
        Tick last = within.get(within.size() - 1);
        return (last.sequences() - first.sequences()) * 1e9 / (last.cpuNanos() - first.cpuNanos());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        try (OutputStream in = process.getOutputStream()) {
            in.write('\n');
        }
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** How far it was at a moment. */
    record Tick(long millis, long sequences, long cpuNanos) {

        static Tick parse(String line) {
            String[] parts = line.trim().split(" ");
            return new Tick(
                    Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        }
    }
}
