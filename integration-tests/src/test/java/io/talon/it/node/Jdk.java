// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** JDKs of this machine besides the one that runs the tests. */
final class Jdk {
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

    private Jdk() {}

    /** Home of one of this version or newer: named in {@code TALON_JDK21}, or found. */
    static Optional<Path> atLeast(int version) throws IOException {
        for (Path home : candidates()) {
            Path release = home.resolve("release");
            if (Files.isRegularFile(release)) {
                Matcher matcher = VERSION.matcher(Files.readString(release));
                if (matcher.find() && Integer.parseInt(matcher.group(1)) >= version) {
                    return Optional.of(home);
                }
            }
        }
        return Optional.empty();
    }

    private static List<Path> candidates() throws IOException {
        List<Path> homes = new ArrayList<>();
        Map<String, String> environment = System.getenv();
        Optional.ofNullable(environment.get("TALON_JDK21")).map(Path::of).ifPresent(homes::add);
        homes.add(Path.of(System.getProperty("java.home")));
        environment.forEach(
                (name, value) -> {
                    if (name.startsWith("JAVA_HOME_")) {
                        homes.add(Path.of(value));
                    }
                });
        Path installed = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(installed)) {
            try (Stream<Path> folders = Files.list(installed)) {
                folders.sorted().forEach(homes::add);
            }
        }
        return homes;
    }
}
