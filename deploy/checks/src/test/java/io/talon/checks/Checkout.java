// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of this checkout. */
public final class Checkout {
    /** Its root. */
    public static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private static final Set<String> MADE =
            Set.of(".git", ".talon", "target", "node_modules", "results");

    private Checkout() {}

    /** A file or folder, from the root. */
    public static Path path(String relative) {
        return ROOT.resolve(relative);
    }

    /** The text of a file, from the root. */
    public static String text(String relative) {
        return text(path(relative));
    }

    /** The text of a file. */
    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file with this ending that the build did not make, in a fixed order. */
    public static List<Path> files(String ending) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(
                ROOT,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes of) {
                        return MADE.contains(folder.getFileName().toString())
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes of) {
                        if (file.toString().endsWith(ending)) {
                            found.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        found.sort(null);
        return found;
    }
}
