// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * Cuts a stream into lines without ever holding more than one line of {@link #MAX_LINE} bytes.
 * After {@link #next()} the current line lies in {@link #bytes()} from {@link #from()} to {@link
 * #to()}, without its line end.
 */
final class LineSource implements AutoCloseable {

    /** Longest line that is read; Zeek's own are below a few kB. */
    static final int MAX_LINE = 1 << 20;

    /** How much of a longer line is kept for its dead letter. */
    private static final int KEPT_OF_LONG_LINE = 4096;

    private static final byte[] BOM = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final int CHUNK = 1 << 16;

    private final InputStream in;
    private byte[] buffer = new byte[CHUNK];
    private int filled;
    private int scanned;
    private int from;
    private int to;
    private long number;
    private boolean ended;
    private byte[] longLine;
    private String damage;

    LineSource(InputStream in) {
        this.in = in;
    }

    /**
     * Moves to the next line. A damaged gzip stream ends in one last line, whose {@link #damage()}
     * is set.
     */
    boolean next() throws IOException {
        longLine = null;
        if (damage != null) {
            return false;
        }
        from = scanned;
        while (true) {
            int end = lineEnd();
            if ((end < 0 ? filled : end) - from > MAX_LINE) {
                return skipLongLine();
            }
            if (end >= 0) {
                return line(end, end + 1);
            }
            if (!fill()) {
                boolean last = damage != null || from < filled;
                return last && line(filled, filled);
            }
        }
    }

    private boolean line(int end, int next) {
        number++;
        scanned = next;
        to = end > from && buffer[end - 1] == '\r' ? end - 1 : end;
        if (number == 1 && startsWithBom()) {
            from += BOM.length;
        }
        return true;
    }

    private boolean startsWithBom() {
        return to - from >= BOM.length
                && Arrays.equals(buffer, from, from + BOM.length, BOM, 0, BOM.length);
    }

    /** Position of the next line feed at or after {@code scanned}, or -1 when none is buffered. */
    private int lineEnd() {
        int i = scanned;
        while (i < filled && buffer[i] != '\n') {
            i++;
        }
        scanned = i;
        return i < filled ? i : -1;
    }

    private boolean skipLongLine() throws IOException {
        longLine = Arrays.copyOfRange(buffer, from, from + KEPT_OF_LONG_LINE);
        int end = lineEnd();
        while (end < 0) {
            from = scanned;
            if (!fill()) {
                break;
            }
            end = lineEnd();
        }
        number++;
        scanned = end < 0 ? filled : end + 1;
        return true;
    }

    /** Reads on; drops what lies before the current line. */
    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, filled - from);
            filled -= from;
            scanned -= from;
            from = 0;
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        try {
            int n = in.read(buffer, filled, buffer.length - filled);
            ended = n < 0;
            filled += Math.max(n, 0);
        } catch (EOFException e) {
            damage = "the gzip stream ends here, cut short";
        } catch (ZipException e) {
            damage = "the gzip stream is damaged here (" + e.getMessage() + ")";
        }
        ended |= damage != null;
        return !ended;
    }

    /** Number of the current line, from 1. */
    long number() {
        return number;
    }

    /**
     * Whether the current line is longer than {@link #MAX_LINE}; then only its beginning is here.
     */
    boolean tooLong() {
        return longLine != null;
    }

    /** Why nothing can be read beyond the current line, or null. */
    String damage() {
        return damage;
    }

    byte[] bytes() {
        return longLine == null ? buffer : longLine;
    }

    int from() {
        return longLine == null ? from : 0;
    }

    int to() {
        return longLine == null ? to : longLine.length;
    }

    byte[] copy() {
        return Arrays.copyOfRange(bytes(), from(), to());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
