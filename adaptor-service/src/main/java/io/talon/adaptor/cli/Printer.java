// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Prints results: JSON as it came, or a table of some of its fields. */
final class Printer {
    /** A hash fits, for it is copied. */
    private static final int WIDEST = 64;

    private final PrintWriter out;
    private final boolean json;

    Printer(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    /** A list, one row for each item. */
    void list(JsonNode answer, String items, String... columns) {
        if (json) {
            one(answer);
            return;
        }
        List<String[]> rows = new ArrayList<>();
        rows.add(columns);
        for (JsonNode item : answer.path(items)) {
            String[] row = new String[columns.length];
            for (int i = 0; i < columns.length; i++) {
                row[i] = text(item.at("/" + columns[i].replace('.', '/')));
            }
            rows.add(row);
        }
        print(rows);
        if (answer.hasNonNull("next")) {
            out.println("… more: --format json shows the cursor");
        }
        out.flush();
    }

    /** One thing: a line for each of its fields. */
    void one(JsonNode answer) {
        if (json) {
            out.println(answer);
        } else {
            answer.properties()
                    .forEach(f -> out.printf("%-16s %s%n", f.getKey(), text(f.getValue())));
        }
        out.flush();
    }

    /** A report card. */
    void card(JsonNode answer) {
        if (json) {
            one(answer);
        } else {
            new CardPrinter(out).print(answer);
        }
    }

    private void print(List<String[]> rows) {
        int columns = rows.get(0).length;
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(row[i]).append(" ".repeat(widths[i] - row[i].length() + 2));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    /** Control characters would speak to the terminal. */
    static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", "·");
    }

    private static String text(JsonNode value) {
        String text =
                value.isMissingNode() || value.isNull()
                        ? "-"
                        : value.isValueNode() ? value.asText() : value.toString();
        String plain = plain(text);
        return plain.length() <= WIDEST ? plain : plain.substring(0, WIDEST - 1) + "…";
    }
}
