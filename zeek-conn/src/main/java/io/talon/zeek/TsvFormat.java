// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Zeek's ASCII writer: tab, comma, {@code (empty)}, {@code -}. {@code #open} and {@code #close} are
 * times of flows.
 */
final class TsvFormat implements ConnWriter.RowFormat {

    private static final DateTimeFormatter OPEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss").withZone(ZoneOffset.UTC);
    private static final String UNSET = "-";
    private static final String EMPTY = "(empty)";
    private static final String HEX = "0123456789abcdef";

    private final List<ConnField> fields;
    private final StringBuilder line = new StringBuilder(512);
    private boolean begun;
    private long lastEndMicros;

    TsvFormat(List<ConnField> fields) {
        this.fields = fields;
    }

    @Override
    public void write(Conn conn, OutputStream out) throws IOException {
        if (!begun) {
            begin("#open\t" + time(conn.tsMicros()) + "\n", out);
        }
        lastEndMicros = conn.endMicros();
        line.setLength(0);
        for (ConnField field : fields) {
            value(field.type(), field.of(conn));
            line.append('\t');
        }
        line.setCharAt(line.length() - 1, '\n');
        out.write(line.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void end(OutputStream out) throws IOException {
        if (begun) {
            out.write(("#close\t" + time(lastEndMicros) + "\n").getBytes(StandardCharsets.UTF_8));
        } else {
            begin("", out);
        }
    }

    private void begin(String open, OutputStream out) throws IOException {
        begun = true;
        String header =
                "#separator \\x09\n#set_separator\t,\n#empty_field\t"
                        + EMPTY
                        + "\n#unset_field\t"
                        + UNSET
                        + "\n#path\tconn\n"
                        + open
                        + "#fields\t"
                        + joined(ConnField::zeekName)
                        + "\n#types\t"
                        + joined(f -> f.type().zeekName())
                        + "\n";
        out.write(header.getBytes(StandardCharsets.UTF_8));
    }

    private String joined(Function<ConnField, String> part) {
        return fields.stream().map(part).collect(Collectors.joining("\t"));
    }

    private static String time(long micros) {
        return OPEN.format(Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000)));
    }

    private void value(ZeekType type, Object value) {
        if (value == null) {
            line.append(UNSET);
            return;
        }
        switch (type) {
            case TIME, INTERVAL -> DecimalSeconds.append(line, (Long) value);
            case BOOL -> line.append((Boolean) value ? 'T' : 'F');
            case COUNT, INT, PORT -> line.append(value);
            case COMMA_STRING -> list((List<?>) value, false);
            case SET -> list((List<?>) value, true);
            case ADDR, ENUM, STRING -> string((String) value, false);
        }
    }

    /** An empty list is written as unset, as Zeek does for a set that was never filled. */
    private void list(List<?> elements, boolean set) {
        if (elements.isEmpty()) {
            line.append(UNSET);
        } else if (!set) {
            string(elements.stream().map(Object::toString).collect(Collectors.joining(",")), false);
        } else {
            for (int i = 0; i < elements.size(); i++) {
                if (i > 0) {
                    line.append(',');
                }
                string((String) elements.get(i), true);
            }
        }
    }

    private void string(String s, boolean inSet) {
        if (s.isEmpty()) {
            line.append(EMPTY);
            return;
        }
        int from = 0;
        if (s.equals(UNSET) || s.equals(EMPTY)) {
            escape(s.charAt(0));
            from = 1;
        }
        for (int i = from; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == '\\') {
                line.append("\\\\");
            } else if (c < ' ' || c == 0x7f || inSet && c == ',') {
                escape(c);
            } else {
                line.append(c);
            }
        }
    }

    private void escape(char c) {
        line.append("\\x").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
    }
}
