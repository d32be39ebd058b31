// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import java.util.Arrays;

/** How a file is compressed, by its first bytes. */
enum Compression {
    NONE("", new int[0]),
    GZIP("gzip", 0x1f, 0x8b),
    ZSTD("zstd", 0x28, 0xb5, 0x2f, 0xfd),
    XZ("xz", 0xfd, '7', 'z', 'X', 'Z', 0),
    BZIP2("bzip2", 'B', 'Z', 'h'),
    LZ4("lz4", 0x04, 0x22, 0x4d, 0x18),
    ZIP("zip", 'P', 'K', 3, 4);

    static final int LONGEST_MAGIC = 6;

    private final String tool;
    private final byte[] magic;

    Compression(String tool, int... magic) {
        this.tool = tool;
        this.magic = new byte[magic.length];
        for (int i = 0; i < magic.length; i++) {
            this.magic[i] = (byte) magic[i];
        }
    }

    /** Name of the program that unpacks it. */
    String tool() {
        return tool;
    }

    static Compression of(byte[] head) {
        return Arrays.stream(values())
                .filter(c -> c.magic.length > 0 && c.startsWith(head))
                .findFirst()
                .orElse(NONE);
    }

    private boolean startsWith(byte[] head) {
        return head.length >= magic.length
                && Arrays.equals(magic, 0, magic.length, head, 0, magic.length);
    }
}
