// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes flows as Zeek would: TSV with its header, or JSON lines with dotted ids. What is written
 * depends on the flows alone, never on the clock. Not thread-safe.
 */
public final class ConnWriter implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final RowFormat format;

    private ConnWriter(OutputStream out, RowFormat format) {
        this.out = out;
        this.format = format;
    }

    /** How rows and what stands around them are laid out. */
    sealed interface RowFormat permits TsvFormat, JsonFormat {
        void write(Conn conn, OutputStream out) throws IOException;

        /** What comes after the last row. */
        void end(OutputStream out) throws IOException;
    }

    /** Tab-separated, with the columns of a stock Zeek. */
    public static ConnWriter tsv(OutputStream out) {
        return tsv(out, ConnColumns.ZEEK);
    }

    /** Tab-separated, with the given columns. */
    public static ConnWriter tsv(OutputStream out, ConnColumns columns) {
        return new ConnWriter(
                new BufferedOutputStream(out, BUFFER), new TsvFormat(columns.fields()));
    }

    /** JSON lines that hold everything that the flow has. */
    public static ConnWriter json(OutputStream out) {
        return json(out, ConnColumns.ALL);
    }

    /** JSON lines that hold what the flow has in the given columns. */
    public static ConnWriter json(OutputStream out, ConnColumns columns) {
        return new ConnWriter(
                new BufferedOutputStream(out, BUFFER), new JsonFormat(columns.fields()));
    }

    /** Writes one flow. */
    public void write(Conn conn) throws IOException {
        format.write(conn, out);
    }

    /** Hands on what is buffered. */
    public void flush() throws IOException {
        out.flush();
    }

    /** Writes what comes after the last flow and closes the stream. */
    @Override
    public void close() throws IOException {
        try (out) {
            format.end(out);
        }
    }
}
