// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.flow.v1.FlowEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A job is stopped with a savepoint in the middle of its flows, and this build's goes on from it,
 * with another parallelism. The earlier job is this build's, and that of every jar which {@code
 * etc/older-job} has left.
 */
@Tag("long")
class JobUpgradeIT {
    private static final Path OLDER = Path.of("target/older-job");
    private static final int FLOWS = 4000;
    private static final int PARALLELISM = 1;

    static List<Path> jars() throws IOException {
        List<Path> jars = new ArrayList<>(List.of(Deployment.BUILT.jobJar()));
        if (Files.isDirectory(OLDER)) {
            try (Stream<Path> older = Files.list(OLDER)) {
                older.map(Path::toAbsolutePath).sorted().forEach(jars::add);
            }
        }
        return jars;
    }

    @ParameterizedTest
    @MethodSource("jars")
    void goesOnFromTheSavepointOfAnEarlierJob(Path jar, @TempDir Path folder) throws Exception {
        try (Deployment deployment = Deployment.start(folder)) {
            FaultRun run = new FaultRun(deployment, "upgraded").submitOf(jar);
            List<FlowEvent> flows = FaultFlows.some(run.tenant(), FLOWS);
            run.send(flows.subList(0, FLOWS / 2), 0);
            run.awaitAllRead();

            run.upgrade(PARALLELISM);
            run.send(flows.subList(FLOWS / 2, FLOWS), 0);
            run.awaitAllRead();

            run.assertEveryFlowIsAccountedFor(0);
            assertThat(run.restarts()).isZero();
            run.assertNoAlertIsLostOrDoubled();
        }
    }
}
