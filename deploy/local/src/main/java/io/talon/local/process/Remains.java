// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.process;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a run leaves: its processes, known by their mark, and its folders. */
final class Remains {
    private static final Duration AFTER_FORCE = Duration.ofSeconds(10);

    private Remains() {}

    /**
     * Every live process of this user that carries {@code mark} as an argument. Numbers of
     * processes are reused, marks are not.
     */
    static List<ProcessHandle> processes(String mark) {
        return ProcessHandle.allProcesses().filter(process -> carries(process, mark)).toList();
    }

    private static boolean carries(ProcessHandle process, String mark) {
        return process.info()
                .arguments()
                .map(arguments -> Arrays.asList(arguments).contains(mark))
                .orElse(false);
    }

    /** Asks all marked processes to end, then ends them by force. Returns when they are gone. */
    static void endProcesses(String mark, Duration grace) throws InterruptedException {
        List<ProcessHandle> processes = processes(mark);
        processes.forEach(ProcessHandle::destroy);
        awaitEnd(processes, Deadline.in(grace));
        // Looked up again: one that was being started may have appeared meanwhile.
        List<ProcessHandle> stubborn = processes(mark);
        stubborn.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(stubborn, Deadline.in(AFTER_FORCE));
    }

    private static void awaitEnd(List<ProcessHandle> processes, Deadline deadline)
            throws InterruptedException {
        for (ProcessHandle process : processes) {
            try {
                process.onExit().get(deadline.left().toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                return;
            } catch (ExecutionException e) {
                throw new IllegalStateException("waiting for process " + process.pid(), e);
            }
        }
    }

    /** Deletes a folder and all below it, without following links. Absent is fine. */
    static void deleteFolder(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.deleteIfExists(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path directory, IOException e)
                            throws IOException {
                        Files.deleteIfExists(directory);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
