// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.cli;

import io.talon.simulator.Simulation;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * How far the simulated time has come: a bar on a terminal, one line per site elsewhere. Writes to
 * stderr.
 */
final class Progress implements AutoCloseable {

    private final String site;
    private final Instant start;
    private final PrintWriter err;
    private final ProgressBar bar;

    private Progress(String site, Instant start, PrintWriter err, ProgressBar bar) {
        this.site = site;
        this.start = start;
        this.err = err;
        this.bar = bar;
    }

    static Progress of(String site, Simulation simulation, PrintWriter err) {
        ProgressBar bar =
                System.console() == null
                        ? null
                        : new ProgressBarBuilder()
                                .setTaskName(site)
                                .setInitialMax(simulation.duration().toMinutes())
                                .setUnit(" min", 1)
                                .setStyle(ProgressBarStyle.ASCII)
                                .build();
        return new Progress(site, simulation.start(), err, bar);
    }

    void reached(Instant time) {
        if (bar != null) {
            bar.stepTo(Duration.between(start, time).toMinutes());
        }
    }

    void done(String summary) {
        if (bar == null) {
            err.println(site + ": " + summary);
        } else {
            bar.stepTo(bar.getMax());
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
