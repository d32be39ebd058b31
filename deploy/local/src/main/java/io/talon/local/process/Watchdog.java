// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.process;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** This process's end of the {@linkplain WatchdogMain watchdog}. */
public final class Watchdog implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;

    private final Process process;

    private Watchdog(Process process) {
        this.process = process;
    }

    /** Starts the watchdog of a work folder; to be called before any other process is started. */
    public static Watchdog start(WorkFolder work) throws IOException {
        List<String> command =
                List.of(
                        JavaCommand.java().toString(),
                        "-Xmx16m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                        "-cp",
                        ownClasses().toString(),
                        WatchdogMain.class.getName(),
                        work.path().toString());
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return new Watchdog(builder.start());
    }

    /** Lets the watchdog clear what is left of the run, and waits for its end. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // The watchdog is gone already; there is nothing to let go of.
        }
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static Path ownClasses() {
        try {
            return Path.of(
                    Watchdog.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the location of Talon's own classes is no path", e);
        }
    }
}
