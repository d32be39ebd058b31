// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.cli;

import io.talon.evaluation.protocol.Progress;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A bar on a terminal, elsewhere one line for every twentieth of the work. */
final class CellProgress {
    private CellProgress() {}

    static Progress of(String task, int cells, PrintStream err) {
        return System.console() != null ? bar(task, cells, err) : lines(task, cells, err);
    }

    private static Progress bar(String task, int cells, PrintStream err) {
        ProgressBar bar =
                new ProgressBarBuilder()
                        .setTaskName(task)
                        .setInitialMax(cells)
                        .setConsumer(new ConsoleProgressBarConsumer(err))
                        .build();
        return new Progress() {
            @Override
            public void step(String what) {
                bar.setExtraMessage(what).step();
            }

            @Override
            public void close() {
                bar.close();
            }
        };
    }

    private static Progress lines(String task, int cells, PrintStream err) {
        int stride = Math.max(1, cells / 20);
        int[] done = {0};
        return what -> {
            done[0]++;
            if (done[0] % stride == 0 || done[0] == cells) {
                err.printf("%s: %d of %d, %s%n", task, done[0], cells, what);
            }
        };
    }
}
