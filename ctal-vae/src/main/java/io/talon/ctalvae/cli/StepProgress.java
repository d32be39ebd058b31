// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.cli;

import io.talon.ctalvae.train.TrainingProgress;
import java.io.PrintWriter;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows gradient steps: a bar on a terminal, a line every tenth of the way elsewhere. */
public final class StepProgress implements TrainingProgress, AutoCloseable {
    private static final int LINES = 10;

    private final String task;
    private final PrintWriter err;
    private final boolean terminal;
    private ProgressBar bar;

    /**
     * Shows nothing before the first step.
     *
     * @param task what is done, before each line
     * @param err where the lines go
     */
    public StepProgress(String task, PrintWriter err) {
        this.task = task;
        this.err = err;
        this.terminal = System.console() != null && System.getenv("TERM") != null;
    }

    @Override
    public void step(int step, int steps, double loss) {
        if (!terminal) {
            if (step * LINES / steps != (step - 1) * LINES / steps) {
                err.printf("%s: step %d of %d, loss %.3f%n", task, step, steps, loss);
                err.flush();
            }
            return;
        }
        if (bar == null) {
            bar =
                    new ProgressBarBuilder()
                            .setTaskName(task)
                            .setInitialMax(steps)
                            .setConsumer(new ConsoleProgressBarConsumer(System.err))
                            .build();
        }
        bar.stepTo(step);
        bar.setExtraMessage("loss %.3f".formatted(loss));
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
