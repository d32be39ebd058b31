// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table of text. Not thread-safe. */
public final class Table {
    private final String title;
    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * @param title what it shows
     * @param columns heads, the first one of the rows' names
     */
    public Table(String title, List<String> columns) {
        this.title = title;
        this.columns = List.copyOf(columns);
    }

    /** Adds a row with as many cells as there are columns. */
    public void add(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(
                    cells.size() + " cells for " + columns.size() + " columns");
        }
        rows.add(List.copyOf(cells));
    }

    /** Whether it has no rows. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** With its title as a heading. */
    public String markdown() {
        return "## "
                + title
                + "\n\n"
                + line(columns)
                + columns.stream().map(c -> "|---").collect(Collectors.joining())
                + "|\n"
                + rows.stream().map(Table::line).collect(Collectors.joining())
                + "\n";
    }

    private static String line(List<String> cells) {
        return cells.stream().map(c -> "| " + c + " ").collect(Collectors.joining()) + "|\n";
    }
}
