// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Shows that a work folder's run still lives. The operating system lets go of the lock however the
 * process ends, which neither a file's presence nor a process number could tell.
 */
final class OwnerLock implements AutoCloseable {
    private final FileChannel channel;

    private OwnerLock(FileChannel channel) {
        this.channel = channel;
    }

    /** The lock of a work folder; empty when another run, in this process or not, holds it. */
    static Optional<OwnerLock> take(Path workFolder) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        fileOf(workFolder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new OwnerLock(channel));
            }
        } catch (OverlappingFileLockException e) {
            // Held by another run within this process.
        }
        channel.close();
        return Optional.empty();
    }

    /** The file that carries the lock, beside the work folder so that it can be taken first. */
    static Path fileOf(Path workFolder) {
        return workFolder.resolveSibling(workFolder.getFileName() + ".lock");
    }

    /** Lets go of the lock. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
