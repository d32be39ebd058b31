// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Reads a conn.log line by line, in whichever dialect it is written, in constant memory.
 *
 * <p>Understood are TSV with whatever separators and placeholders its header declares, also several
 * headers in one file; JSON lines with dotted, nested or underscore ids, tagged ({@code
 * {"conn":{…}}}) and with extension prefixes; renamed ids where they are unambiguous; packed and
 * proper label columns; both plain and gzip. Columns that Talon does not know are ignored and named
 * once in {@link #counts()}.
 *
 * <p>Every line of the file comes out exactly once, as flow, skipped or rejected with its number
 * and reason, so that the counts add up to the lines of the file. A gzip stream that ends too early
 * or is damaged adds one rejected line that says so. Not thread-safe.
 */
public final class ConnReader implements AutoCloseable, Iterator<ConnLine> {

    private final LineSource source;
    private final LineParser parser = new LineParser();
    private final Deque<ConnLine> ahead;
    private long read;
    private long skipped;
    private long rejected;

    private ConnReader(InputStream plain, String name) throws IOException {
        source = new LineSource(plain);
        ahead = new ArrayDeque<>(new FirstLines(source, parser, name).read());
    }

    /**
     * Opens a file, plain or gzip.
     *
     * @throws ConnFormatException if the file is missing, empty or no conn.log at all
     * @throws IOException if it cannot be read for another reason
     */
    public static ConnReader open(Path file) throws IOException {
        return of(ConnLogs.open(file), file.toString());
    }

    /**
     * Reads a stream, plain or gzip, and closes it in the end.
     *
     * @param name stands for the file in messages
     * @throws ConnFormatException if the stream is empty or no conn.log at all
     * @throws IOException if it cannot be read for another reason
     */
    public static ConnReader of(InputStream in, String name) throws IOException {
        try {
            return new ConnReader(ConnLogs.plain(in, name), name);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /**
     * Whether there is a further line. Throws UncheckedIOException if the file cannot be read on.
     */
    @Override
    public boolean hasNext() {
        return !ahead.isEmpty() || advance();
    }

    private boolean advance() {
        try {
            if (!source.next()) {
                return false;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ahead.add(parser.parse(source));
        return true;
    }

    @Override
    public ConnLine next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ConnLine line = ahead.remove();
        if (line instanceof ConnLine.Read) {
            read++;
        } else if (line instanceof ConnLine.Skipped) {
            skipped++;
        } else {
            rejected++;
        }
        return line;
    }

    /** What was handed out so far. */
    public ConnCounts counts() {
        return new ConnCounts(
                read + skipped + rejected,
                read,
                skipped,
                rejected,
                parser.unknownColumns().names());
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
