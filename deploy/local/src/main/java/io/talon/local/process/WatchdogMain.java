// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Runs beside a demo and cleans up after it, even when the demo is killed outright.
 *
 * <p>The demo holds the other end of standard input. The kernel closes it however the demo ends;
 * then every process that carries the work folder's mark is ended and, unless it is to be kept, the
 * work folder deleted. Signals do not end the watchdog before the demo: on a terminal, Ctrl-C
 * reaches both.
 */
public final class WatchdogMain {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private WatchdogMain() {}

    /** Argument: the work folder. */
    public static void main(String[] arguments) throws InterruptedException {
        WorkFolder work = WorkFolder.existing(Path.of(arguments[0]));
        Thread watch = new Thread(() -> watch(work), "watch");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> join(watch), "outlive the demo"));
        watch.setDaemon(true);
        watch.start();
        watch.join();
    }

    private static void watch(WorkFolder work) {
        readToEnd(System.in);
        try {
            work.clear(GRACE);
        } catch (IOException e) {
            // Nobody reads this process's output; the next start clears what is left.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void readToEnd(InputStream in) {
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // A broken pipe is the end, too.
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
