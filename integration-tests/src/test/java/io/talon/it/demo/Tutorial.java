// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The commands of a tutorial, as they stand in it.
 *
 * @param blocks its blocks of shell, in their order
 */
record Tutorial(List<String> blocks) {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh[^\\n]*\\n(.*?)^```");

    static Tutorial read(String name) throws IOException {
        String text = Files.readString(HOME.resolve("docs/tutorial").resolve(name + ".md"));
        return new Tutorial(BLOCK.matcher(text).results().map(Tutorial::commands).toList());
    }

    private static String commands(MatchResult block) {
        return block.group(1);
    }

    /** The first block that holds this. */
    String block(String words) {
        return blocks.stream()
                .filter(block -> block.contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no block of the tutorial has: " + words));
    }

    /** The first line that begins with this. */
    String line(String words) {
        return blocks.stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line of the tutorial has: " + words));
    }

    /** Runs commands in a folder that holds {@code talon}, up to the first that fails. */
    static void run(Path folder, String commands, Duration within)
            throws IOException, InterruptedException {
        Path talon = folder.resolve("talon");
        Files.writeString(talon, "#!/bin/sh\nexec '" + HOME.resolve("talon") + "' \"$@\"\n");
        Files.setPosixFilePermissions(talon, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path said = folder.resolve("said");
        Process shell =
                new ProcessBuilder("bash", "-euxo", "pipefail", "-c", commands)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        boolean ended = shell.waitFor(within.toSeconds(), TimeUnit.SECONDS);
        shell.descendants().forEach(ProcessHandle::destroy);
        shell.destroy();
        if (!ended || shell.exitValue() != 0) {
            String shown = Files.readString(said).replaceAll("talon_\\w+", "talon_…");
            throw new AssertionError((ended ? "a command failed:\n" : "too slow:\n") + shown);
        }
    }
}
