// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.part;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A second tree over the files of a first. */
final class Trees {
    private Trees() {}

    /**
     * Makes a folder with the files of another: as hard links, which take neither time nor space;
     * as copies where others may not read a file or the file system allows no link. A linked file
     * stays its owner's and must not be changed. The target must not exist.
     *
     * @return what was made anew, folders and copies
     */
    static List<Path> link(Path source, Path target) throws IOException {
        List<Path> made = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(source)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Path to = target.resolve(source.relativize(path).toString());
                if (!isLinked(path, to)) {
                    Files.copy(path, to, StandardCopyOption.COPY_ATTRIBUTES);
                    made.add(to);
                }
            }
        }
        return made;
    }

    private static boolean isLinked(Path path, Path to) throws IOException {
        if (!Files.isRegularFile(path)
                || !Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_READ)) {
            return false;
        }
        try {
            Files.createLink(to, path);
            return true;
        } catch (FileSystemException | UnsupportedOperationException e) {
            return false;
        }
    }
}
