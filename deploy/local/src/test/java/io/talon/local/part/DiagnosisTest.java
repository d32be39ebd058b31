// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.local.process.ChildProcess;
import io.talon.local.process.Deadline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java.lang.OutOfMemoryError: Java heap space | not enough memory | 3 GB",
                "JVM arguments [-XX:+ExitOnOutOfMemoryError] | still runs | --start-timeout",
                "[-XX:+HeapDumpOnOutOfMemoryError] | still runs | --start-timeout",
                "java.net.BindException: in use | took its port | other ports",
                "java.io.IOException: No space left on device | disk is full | Free some space",
                "started | still runs | --start-timeout"
            })
    void whyAPartIsSilentIsReadFromItsLog(String line, String reason, String remedy)
            throws Exception {
        ChildProcess part = saying(line);
        try {
            assertThat(Diagnosis.ofSilence(part, "127.0.0.1:1", 120))
                    .hasMessageContaining("120 s")
                    .hasMessageContaining(reason)
                    .hasMessageContaining(remedy);
        } finally {
            part.stop(Duration.ofSeconds(5));
        }
    }

    private ChildProcess saying(String line) throws Exception {
        Path log = folder.resolve("part.log");
        ChildProcess part =
                ChildProcess.fork(
                        "part",
                        List.of("sh", "-c", "echo \"$0\"; exec sleep 60", line),
                        folder,
                        Map.of(),
                        log);
        Deadline.in(Duration.ofSeconds(10))
                .await(
                        Duration.ofMillis(10),
                        () -> Files.size(log) > 0 ? Optional.of(log) : Optional.empty());
        return part;
    }
}
