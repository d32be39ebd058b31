// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Writes flows as Zeek would. */
public final class ConnWriter implements AutoCloseable {

    private final OutputStream out;

    private ConnWriter(OutputStream out) {
        this.out = out;
    }

    /** Tab-separated, with Zeek's header. */
    public static ConnWriter tsv(OutputStream out) {
        return new ConnWriter(out);
    }

    /** JSON lines with dotted ids. */
    public static ConnWriter json(OutputStream out) {
        return new ConnWriter(out);
    }

    /** Writes one flow. */
    public void write(Conn conn) throws IOException {
        throw new UncheckedIOException(new IOException("not written yet"));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
