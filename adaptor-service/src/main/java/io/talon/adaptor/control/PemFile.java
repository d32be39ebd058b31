// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.control;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Set;

/**
 * One key in PEM.
 *
 * @param kind what stands after BEGIN, for example {@code PRIVATE KEY}
 */
public record PemFile(Path path, String kind) {
    private static final int LINE = 64;
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    /** The bytes between the lines. */
    public byte[] read() throws IOException {
        String text = Files.readString(path);
        int begin = text.indexOf(begin());
        int end = text.indexOf(end());
        if (begin < 0 || end < begin) {
            throw new IOException(path + " holds no " + begin());
        }
        try {
            return Base64.getMimeDecoder()
                    .decode(text.substring(begin + begin().length(), end).strip());
        } catch (IllegalArgumentException e) {
            throw new IOException(path + " is no PEM: " + e.getMessage(), e);
        }
    }

    /** Makes the file, readable by its owner alone from its first moment. */
    void create(byte[] encoded) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.createFile(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(encoded);
        Files.writeString(
                path,
                begin() + "\n" + body + "\n" + end() + "\n",
                StandardCharsets.US_ASCII,
                StandardOpenOption.WRITE);
    }

    private String begin() {
        return "-----BEGIN " + kind + "-----";
    }

    private String end() {
        return "-----END " + kind + "-----";
    }
}
