// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.cli;

import io.talon.local.demo.Demo;
import io.talon.local.demo.DemoOptions;
import io.talon.local.demo.Progress;
import io.talon.local.part.Artefacts;
import io.talon.local.process.Watchdog;
import io.talon.local.process.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A demo from the first to the last moment of this process: whichever way it ends, by itself, by
 * failure or by a signal, everything is stopped and cleared once.
 */
final class DemoRun {
    private final Path home;
    private final DemoOptions options;
    private final Progress progress = Progress.onStandardError();
    private WorkFolder work;
    private Watchdog watchdog;
    private Demo demo;
    private boolean ended;

    DemoRun(Path home, DemoOptions options) {
        this.home = home;
        this.options = options;
    }

    int call() throws Exception {
        Thread onSignal = new Thread(this::stopOnSignal, "stop-demo");
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            Demo running = begin();
            boolean fine = running.run(System.out);
            if (!options.exit()) {
                running.stay();
            }
            return fine ? 0 : 1;
        } catch (Exception e) {
            if (hasEnded()) {
                return 1; // A signal ended the demo; what then fails in it is no news.
            }
            throw e;
        } finally {
            end();
        }
    }

    private synchronized Demo begin() throws IOException, InterruptedException {
        if (ended) {
            throw new IOException("the demo was stopped");
        }
        work = WorkFolder.create(home.resolve(".talon"), options.keep());
        LibraryLog.into(work.logs().resolve("demo.log"));
        watchdog = Watchdog.start(work);
        demo = new Demo(options, new Artefacts(home), work, progress);
        return demo;
    }

    private synchronized boolean hasEnded() {
        return ended;
    }

    private void stopOnSignal() {
        if (!hasEnded()) {
            progress.say("stopping");
            end();
        }
    }

    private synchronized void end() {
        if (ended) {
            return;
        }
        ended = true;
        try {
            if (demo != null) {
                demo.close();
            }
            if (work != null) {
                LibraryLog.close();
                work.clear(Duration.ofSeconds(2));
            }
        } catch (IOException e) {
            progress.say("could not clear " + work.path() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (watchdog != null) {
                watchdog.close();
            }
        }
        progress.say(
                options.keep() && work != null
                        ? "stopped; data and logs are in " + work.path()
                        : "stopped; nothing is left");
    }
}
