// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.checks.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.checks.Checkout;
import io.talon.checks.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ND4J's native libraries as the image of the tools has them. */
@Tag("long")
class NativesTest {
    private static final Duration AT_MOST = Duration.ofMinutes(5);

    @TempDir Path home;

    @Test
    void areUnpackedWhenTheImageIsBuiltAndNotAgain() throws Exception {
        run(Checkout.path("deploy/images/collect-jars"), "ctal-vae", home.resolve("ctal-vae"));
        Path natives = Files.createDirectories(home.resolve("natives"));
        Object[] unpack = {
            Path.of(System.getProperty("java.home"), "bin/java"),
            "-Dorg.bytedeco.javacpp.cachedir=" + natives,
            "-cp",
            home.resolve("ctal-vae") + "/*",
            Checkout.path("deploy/images/UnpackNatives.java")
        };
        run(unpack);
        Map<Path, FileTime> unpacked = files(natives);
        assertThat(unpacked.keySet()).anyMatch(file -> file.toString().contains("libnd4jcpu"));

        Command.Result again = run(unpack);

        assertThat(again.output()).contains(natives.toString());
        assertThat(files(natives)).isEqualTo(unpacked);
    }

    private static Command.Result run(Object... words) throws Exception {
        Command.Result result = Command.of(words).run(AT_MOST);
        assertThat(result.exit()).as(result.output()).isZero();
        return result;
    }

    private static Map<Path, FileTime> files(Path folder) throws IOException {
        Map<Path, FileTime> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file), Files.getLastModifiedTime(file));
            }
        }
        return files;
    }
}
