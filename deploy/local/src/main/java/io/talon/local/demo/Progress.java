// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/**
 * Tells how far a demo is: lines with the seconds since its start, and below them on a terminal a
 * bar. Thread-safe.
 */
public final class Progress implements AutoCloseable {
    private static final int REFRESH_MILLIS = 200;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private final long startNanos = System.nanoTime();
    private ProgressBar bar;
    private String task;

    /**
     * @param out standard error, usually
     * @param terminal whether a line of it can be written over
     */
    public Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Standard error; a terminal when both it and the input are one. */
    public static Progress onStandardError() {
        return new Progress(System.err, System.console() != null);
    }

    /** The time since the start. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    /** Says something that stays. */
    public synchronized void say(String text) {
        String seconds = String.format(Locale.ROOT, "%5.1f s", elapsed().toMillis() / 1000.0);
        out.println((bar == null ? "" : CLEAR_LINE) + seconds + "  " + text);
        if (bar != null) {
            bar.refresh();
        }
    }

    /**
     * Shows how much of a task is done; each task has a bar of its own. Says nothing where there is
     * no terminal: what matters is told by {@link #say}.
     *
     * @param total negative when not known yet
     */
    public synchronized void show(String newTask, long done, long total) {
        if (!terminal) {
            return;
        }
        if (!newTask.equals(task)) {
            close();
            task = newTask;
            bar =
                    new ProgressBarBuilder()
                            .setTaskName(task)
                            .setInitialMax(total)
                            .setUpdateIntervalMillis(REFRESH_MILLIS)
                            .continuousUpdate()
                            .setConsumer(new ConsoleProgressBarConsumer(out))
                            .build();
        }
        bar.maxHint(total);
        bar.stepTo(done);
    }

    /** Ends the bar, if there is one. */
    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
