// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends what libraries log in this process into a file: the terminal is for people. */
final class LibraryLog {
    private LibraryLog() {}

    static void into(Path file) throws IOException {
        Handler handler = new FileHandler(file.toString(), true);
        handler.setFormatter(new SimpleFormatter());
        close();
        Logger root = LogManager.getLogManager().getLogger("");
        root.setLevel(Level.INFO);
        root.addHandler(handler);
    }

    /** Closes the file, so that it can be deleted, and drops what is logged from now on. */
    static void close() {
        Logger root = LogManager.getLogManager().getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
            handler.close();
        }
    }
}
