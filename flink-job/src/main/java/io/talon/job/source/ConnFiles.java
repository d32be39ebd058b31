// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.source;

import io.talon.zeek.ConnCounts;
import io.talon.zeek.ConnLine;
import io.talon.zeek.ConnReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;

/** Reads a file to its end, whatever is wrong with it. */
public final class ConnFiles {

    private static final ConnCounts NONE = new ConnCounts(0, 0, 0, 0, Set.of());

    private ConnFiles() {}

    /** Hands every line to {@code lines}, and says what became of the file. */
    public static FileReport read(String file, Consumer<ConnLine> lines) {
        ConnCounts counts = NONE;
        String failure = null;
        try (ConnReader reader = ConnReader.open(Path.of(file))) {
            try {
                while (reader.hasNext()) {
                    lines.accept(reader.next());
                }
            } finally {
                counts = reader.counts();
            }
        } catch (IOException e) {
            failure = e.getMessage();
        } catch (UncheckedIOException e) {
            failure = e.getCause().getMessage();
        }
        return new FileReport(
                file,
                counts.lines(),
                counts.read(),
                counts.skipped(),
                counts.rejected(),
                String.join(", ", counts.unknownColumns()),
                failure);
    }
}
