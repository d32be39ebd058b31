// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Where one run keeps its data and logs, {@code .talon/demo-…} below Talon's folder.
 *
 * <p>Each run has its own, so that several can run at once. A start clears the folders of runs that
 * are no more.
 */
public final class WorkFolder {
    private static final String PREFIX = "demo-";
    private static final DateTimeFormatter NAME_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final String KEPT = "kept";
    private static final AtomicInteger RUNS = new AtomicInteger();

    private final Path path;
    private final boolean keep;

    /** Referenced for as long as the run lasts: a lock that is garbage is let go of. */
    private final OwnerLock lock;

    private WorkFolder(Path path, boolean keep, OwnerLock lock) {
        this.path = path;
        this.keep = keep;
        this.lock = lock;
    }

    /**
     * Makes a new folder, after clearing those of runs that ended without doing so. It counts as in
     * use until this process ends.
     *
     * @param parent usually {@code .talon}; made when absent
     * @param keep whether {@link #clear} leaves the folders in place
     */
    public static WorkFolder create(Path parent, boolean keep)
            throws IOException, InterruptedException {
        Path real = Files.createDirectories(parent).toRealPath();
        clearAbandoned(real);
        String name =
                PREFIX
                        + NAME_TIME.format(LocalDateTime.now())
                        + "-"
                        + ProcessHandle.current().pid()
                        + "-"
                        + RUNS.incrementAndGet();
        Path path = real.resolve(name);
        OwnerLock lock =
                OwnerLock.take(path)
                        .orElseThrow(() -> new IOException(path + " is in use by another run"));
        Files.createDirectory(path);
        Files.createDirectory(path.resolve("logs"));
        if (keep) {
            Files.createFile(path.resolve(KEPT));
        }
        return new WorkFolder(path, keep, lock);
    }

    /** A folder that {@link #create} made, seen by another process. */
    static WorkFolder existing(Path path) {
        return new WorkFolder(path, Files.exists(path.resolve(KEPT)), null);
    }

    /** The folder itself. */
    public Path path() {
        return path;
    }

    /** Where the parts' logs go. */
    public Path logs() {
        return path.resolve("logs");
    }

    /** Whether the folder outlives the run. */
    public boolean keep() {
        return keep;
    }

    /**
     * A folder outside {@link #path} for a part that must run as another user and could not enter a
     * checkout in somebody's home. Not made until that part makes it.
     */
    public Path scratch() {
        return Path.of(System.getProperty("java.io.tmpdir")).resolve("talon-" + path.getFileName());
    }

    /**
     * The option of the virtual machine by which every process of this run is known. Not under
     * {@code talon.}: the service takes that prefix for its own configuration and refuses strangers
     * in it.
     */
    public String mark() {
        return "-Dio.talon.work=" + path;
    }

    /** Ends every process of the run that still lives, then deletes the folders unless kept. */
    public void clear(Duration grace) throws IOException, InterruptedException {
        Remains.endProcesses(mark(), grace);
        if (!keep) {
            Remains.deleteFolder(scratch());
            Remains.deleteFolder(path);
        }
        Files.deleteIfExists(OwnerLock.fileOf(path));
        if (lock != null) {
            lock.close();
        }
    }

    private static void clearAbandoned(Path parent) throws IOException, InterruptedException {
        List<Path> folders;
        try (Stream<Path> entries = Files.list(parent)) {
            folders =
                    entries.filter(Files::isDirectory)
                            .filter(entry -> entry.getFileName().toString().startsWith(PREFIX))
                            .toList();
        }
        for (Path folder : folders) {
            Optional<OwnerLock> lock = OwnerLock.take(folder);
            if (lock.isPresent()) {
                existing(folder).clear(Duration.ofSeconds(2));
                lock.get().close();
            }
        }
    }
}
