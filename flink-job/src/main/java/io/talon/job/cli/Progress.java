// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.cli;

import java.io.PrintWriter;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** How far a long command is: a bar on a terminal, a line now and then elsewhere. */
final class Progress implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final PrintWriter err;
    private final String what;
    private final ProgressBar bar;
    private long lastSaid = System.nanoTime();

    private Progress(PrintWriter err, String what, ProgressBar bar) {
        this.err = err;
        this.what = what;
        this.bar = bar;
    }

    static Progress of(PrintWriter err, String what) {
        ProgressBar bar =
                System.console() == null
                        ? null
                        : new ProgressBarBuilder()
                                .setTaskName(what)
                                .setInitialMax(-1)
                                .showSpeed()
                                .setConsumer(new ConsoleProgressBarConsumer(System.err))
                                .build();
        return new Progress(err, what, bar);
    }

    void at(long count) {
        if (bar != null) {
            bar.stepTo(count);
        } else if (System.nanoTime() - lastSaid > INTERVAL.toNanos()) {
            lastSaid = System.nanoTime();
            err.printf("%s: %,d%n", what, count);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
