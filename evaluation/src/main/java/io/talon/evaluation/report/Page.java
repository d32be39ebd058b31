// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of results under construction: header, words, tables, pictures. Not thread-safe. */
public final class Page {
    private final StringBuilder text;

    public Page(Header header, String title) {
        this.text = new StringBuilder(header.markdown(title));
    }

    /** A paragraph. */
    public Page say(String paragraph) {
        text.append(paragraph).append("\n\n");
        return this;
    }

    /** A table; nothing if it is empty. */
    public Page show(Table table) {
        text.append(table.isEmpty() ? "" : table.markdown());
        return this;
    }

    /** A picture that lies beside the page. */
    public Page show(String caption, String file) {
        text.append("![").append(caption).append("](").append(file).append(")\n\n");
        return this;
    }

    /** Writes {@code README.md} and {@code outcomes.csv}. */
    public void write(Path folder, Results results) throws IOException {
        Files.createDirectories(folder);
        text.append("[Every repetition](outcomes.csv)\n");
        Files.writeString(folder.resolve("README.md"), text.toString());
        CsvFile.write(folder.resolve("outcomes.csv"), results);
    }
}
