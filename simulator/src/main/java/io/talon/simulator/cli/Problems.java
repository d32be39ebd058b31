// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;

/** What to say when the command fails. */
final class Problems {

    private Problems() {}

    static String inWords(Exception e) {
        if (e instanceof AccessDeniedException denied) {
            return denied.getFile() + " may not be written. Name another folder with --out.";
        }
        if (e instanceof FileAlreadyExistsException there) {
            return there.getFile()
                    + " exists already. Overwrite it with --force, or name another folder with"
                    + " --out.";
        }
        if (e instanceof FileSystemException file) {
            String reason =
                    file.getReason() == null ? file.getClass().getSimpleName() : file.getReason();
            return file.getFile() + ": " + reason + ". Name another folder with --out.";
        }
        if (e instanceof IOException) {
            return "the logs could not be written: " + e.getMessage() + ". Is the disk full?";
        }
        return e.toString();
    }
}
