// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the header lines met so far say: separators, placeholders, path and columns. A second header
 * within one file (concatenated logs) starts afresh.
 */
final class TsvHeader {

    static final String HEADER = "header";
    static final String COMMENT = "comment";

    private static final String SEPARATOR = "#separator";

    private final UnknownColumns unknown;
    private String separator = "\t";
    private String setSeparator = ",";
    private String emptyField = "(empty)";
    private String unsetField = "-";
    private String path;
    private List<TsvColumn> columns;
    private String problem;
    private long fieldsLine;

    TsvHeader(UnknownColumns unknownColumns) {
        unknown = unknownColumns;
    }

    /** Takes a line that starts with '#', its leading blanks removed; says what it was. */
    String accept(String line, long number) {
        if (line.startsWith(SEPARATOR)) {
            reset();
            String value = Escapes.decode(line.substring(SEPARATOR.length()).strip());
            separator = value.isEmpty() ? separator : value;
        } else if (line.startsWith("#set_separator")) {
            setSeparator = value(line, "#set_separator");
        } else if (line.startsWith("#empty_field")) {
            emptyField = value(line, "#empty_field");
        } else if (line.startsWith("#unset_field")) {
            unsetField = value(line, "#unset_field");
        } else if (line.startsWith("#path")) {
            path = value(line, "#path");
        } else if (line.startsWith("#fields")) {
            fields(line, number);
        } else if (!line.startsWith("#types")
                && !line.startsWith("#open")
                && !line.startsWith("#close")) {
            return COMMENT;
        }
        return HEADER;
    }

    private void reset() {
        separator = "\t";
        setSeparator = ",";
        emptyField = "(empty)";
        unsetField = "-";
        path = null;
        columns = null;
        problem = null;
    }

    private String value(String line, String directive) {
        String rest = line.substring(directive.length());
        return Escapes.decode(
                rest.startsWith(separator) ? rest.substring(separator.length()) : rest.strip());
    }

    private void fields(String line, long number) {
        String rest = line.substring("#fields".length());
        rest = rest.startsWith(separator) ? rest.substring(separator.length()) : rest.strip();
        // A header that an editor has re-spaced still names its columns in order.
        List<String> names = rest.contains(separator) ? split(rest) : List.of(rest.split("\\s+"));
        columns = names.stream().map(TsvColumn::of).toList();
        fieldsLine = number;
        problem = otherLog() ? null : check();
        if (problem == null && !otherLog()) {
            columns.forEach(column -> column.unknownNames().forEach(unknown::add));
        }
    }

    private List<String> split(String line) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = line.indexOf(separator); at >= 0; at = line.indexOf(separator, from)) {
            parts.add(line.substring(from, at));
            from = at + separator.length();
        }
        parts.add(line.substring(from));
        return parts;
    }

    /** Why rows under these columns cannot be flows, or null. */
    private String check() {
        Map<ConnField, ConnField.Binding> bound = new EnumMap<>(ConnField.class);
        for (TsvColumn column : columns) {
            for (ConnField.Binding b : column.bindings()) {
                ConnField.Binding other = bound.get(b.field());
                if (other != null && other.rank() == b.rank()) {
                    return "its #fields name "
                            + b.field().zeekName()
                            + " twice ("
                            + other.name()
                            + ", "
                            + b.name()
                            + ")";
                }
                bound.put(b.field(), b);
            }
        }
        List<String> missing =
                ConnField.REQUIRED.stream()
                        .filter(f -> !bound.containsKey(f))
                        .map(ConnField::zeekName)
                        .toList();
        if (!missing.isEmpty()) {
            return "its #fields lack " + String.join(", ", missing);
        }
        boolean conn = ConnField.CHARACTERISTIC.stream().anyMatch(bound::containsKey);
        return conn || path != null ? null : "its #fields are not those of conn.log";
    }

    /** Whether columns are known, be they good or bad. */
    boolean hasFields() {
        return columns != null;
    }

    /** Whether the header says that this is another log of Zeek. */
    boolean otherLog() {
        return path != null && !LogPath.isConn(path);
    }

    /** Why rows under this header cannot be flows, or null. */
    String problem() {
        return problem;
    }

    /** Number of the line with the columns. */
    long fieldsLine() {
        return fieldsLine;
    }

    String path() {
        return path;
    }

    List<TsvColumn> columns() {
        return columns;
    }

    String separator() {
        return separator;
    }

    String setSeparator() {
        return setSeparator;
    }

    String emptyField() {
        return emptyField;
    }

    String unsetField() {
        return unsetField;
    }
}
