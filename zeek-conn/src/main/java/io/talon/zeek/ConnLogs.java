// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens what may be a conn.log: plain or gzip, told by its first bytes. */
final class ConnLogs {

    private static final int BUFFER = 1 << 16;

    private ConnLogs() {}

    static InputStream open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new ConnFormatException(
                    file.toString(), "is a directory", "Name the conn.log files in it");
        }
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw new ConnFormatException(file.toString(), "does not exist", "Check the path");
        } catch (AccessDeniedException e) {
            throw new ConnFormatException(
                    file.toString(), "may not be read", "Check the permissions of the file");
        }
    }

    /** The plain bytes of a log. */
    static InputStream plain(InputStream in, String name) throws IOException {
        Head head = new Head(in);
        Compression compression = Compression.of(head.first(Compression.LONGEST_MAGIC));
        return switch (compression) {
            case NONE -> head;
            case GZIP -> gunzip(head, name);
            default ->
                    throw new ConnFormatException(
                            name,
                            "is compressed with " + compression.tool(),
                            "Talon reads plain and gzip logs: unpack it with "
                                    + compression.tool()
                                    + " first");
        };
    }

    private static InputStream gunzip(InputStream in, String name) throws IOException {
        try {
            return new GZIPInputStream(in, BUFFER);
        } catch (EOFException | ZipException e) {
            throw new ConnFormatException(
                    name, "is a damaged gzip file", "Copy it again from where it came");
        }
    }

    /**
     * Lets its first bytes be looked at, and knows whether more come where the stream below cannot
     * tell.
     */
    private static final class Head extends BufferedInputStream {

        Head(InputStream in) {
            super(in, BUFFER);
        }

        byte[] first(int n) throws IOException {
            mark(n);
            byte[] bytes = readNBytes(n);
            reset();
            return bytes;
        }

        /**
         * GZIPInputStream takes 0 for the end of the file, and would drop the later members of a
         * concatenation.
         */
        @Override
        public synchronized int available() throws IOException {
            int n = super.available();
            if (n > 0) {
                return n;
            }
            return first(1).length;
        }
    }
}
