// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How much space is left where the parts keep their data.
 *
 * @param folder where they do
 */
public record DiskSpace(Path folder) {
    /** What a demo needs at the outset. */
    public static final long NEEDED_BYTES = 1L << 30;

    private static final long LOW_BYTES = 200L << 20;
    private static final long MEGABYTE = 1 << 20;

    /** Bytes that this user may still write. */
    public long freeBytes() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    /** What to tell the user when there is hardly any space left. */
    public Optional<String> warning() throws IOException {
        long free = freeBytes();
        return free >= LOW_BYTES
                ? Optional.empty()
                : Optional.of(
                        "the disk that holds "
                                + folder
                                + " is full but for "
                                + free / MEGABYTE
                                + " MB: Elasticsearch and Kafka cannot write, the job waits and"
                                + " tries again. Free some space there.");
    }
}
