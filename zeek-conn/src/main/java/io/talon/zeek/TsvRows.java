// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import java.util.ArrayList;
import java.util.List;

/** Reads rows under a {@link TsvHeader}. */
final class TsvRows {

    private final TsvHeader header;
    private final Text value = new Text();
    private final Text unescaped = new Text();

    TsvRows(TsvHeader header) {
        this.header = header;
    }

    void read(LineText line, Row row) {
        List<TsvColumn> columns = header.columns();
        String separator = header.separator();
        char[] chars = line.chars();
        int from = 0;
        int column = 0;
        while (true) {
            int end = next(chars, from, line.length(), separator);
            if (column < columns.size()) {
                cell(columns.get(column), chars, from, end, row);
            }
            column++;
            if (end == line.length()) {
                break;
            }
            from = end + separator.length();
        }
        if (column != columns.size()) {
            row.failWhole(
                    "has "
                            + column
                            + " columns where the header in line "
                            + header.fieldsLine()
                            + " names "
                            + columns.size());
        }
    }

    /** Where the separator stands next, or the end of the line. */
    private static int next(char[] chars, int from, int to, String separator) {
        char first = separator.charAt(0);
        int n = separator.length();
        for (int i = from; i < to; i++) {
            if (chars[i] == first && (n == 1 || matches(chars, i, to, separator))) {
                return i;
            }
        }
        return to;
    }

    private static boolean matches(char[] chars, int at, int to, String separator) {
        for (int i = 0; i < separator.length(); i++) {
            if (at + i >= to || chars[at + i] != separator.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void cell(TsvColumn column, char[] chars, int from, int to, Row row) {
        if (!column.packed()) {
            value(column.slots().get(0), chars, from, to, row);
            return;
        }
        List<ConnField.Binding> slots = column.slots();
        int part = 0;
        int start = from;
        for (int i = from; i < to && part < slots.size() - 1; i++) {
            if (chars[i] == ' ' && i + 1 < to && chars[i + 1] == ' ') {
                value(slots.get(part++), chars, start, i, row);
                while (i + 1 < to && chars[i + 1] == ' ') {
                    i++;
                }
                start = i + 1;
            }
        }
        value(slots.get(part), chars, start, to, row);
        if (part + 1 < slots.size()) {
            row.fail(
                    "has "
                            + (part + 1)
                            + " of the values "
                            + String.join(", ", column.names())
                            + " in its last column");
        }
    }

    private void value(ConnField.Binding binding, char[] chars, int from, int to, Row row) {
        if (binding == null || value.set(chars, from, to).is(header.unsetField())) {
            return;
        }
        boolean list = binding.field() == ConnField.TUNNEL_PARENTS;
        if (value.is(header.emptyField())) {
            row.put(binding, unescaped.set(""));
        } else if (list && (value.indexOf('\\') >= 0 || !header.setSeparator().equals(","))) {
            row.putList(binding, elements(value.toString()));
        } else if (value.indexOf('\\') >= 0) {
            row.put(binding, unescaped.set(Escapes.decode(value)));
        } else {
            row.put(binding, value);
        }
    }

    private List<String> elements(String set) {
        List<String> elements = new ArrayList<>();
        int from = 0;
        String by = header.setSeparator();
        for (int at = by.isEmpty() ? -1 : set.indexOf(by); at >= 0; at = set.indexOf(by, from)) {
            elements.add(Escapes.decode(set.substring(from, at)));
            from = at + by.length();
        }
        elements.add(Escapes.decode(set.substring(from)));
        return elements;
    }
}
