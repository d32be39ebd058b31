// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.talon.flow.v1.FlowEvent;
import io.talon.local.process.ChildProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clock of the machine that scores is set back by an hour, then forward by two. */
@Tag("long")
class ClockStepsIT {
    private static final int FLOWS = 6000;
    private static final int WARM_UP = 500;
    private static final int PER_SECOND = 300;
    private static final Duration STEP = Duration.ofHours(1);
    private static final Duration NEARLY = STEP.minusMinutes(10);

    /** Longer than the worker goes on with a step that it has read. */
    private static final Duration SEEN = Duration.ofSeconds(4);

    private static final int FLOOD = 200;
    private static final String WHILE_BACK = "10.0.8.1";
    private static final String WHILE_AHEAD = "10.0.8.2";

    @TempDir Path folder;

    @Test
    void nothingIsLostWhenTheClockIsSetBackAndForward() throws Exception {
        assumeThat(SteppedClock.isAtHand()).as("libfaketime is installed").isTrue();
        try (Deployment deployment = Deployment.start(folder)) {
            SteppedClock clock = new SteppedClock(Files.createTempDirectory(folder, "clock"));
            ChildProcess worker = replaced(deployment, clock);
            try {
                FaultRun run = new FaultRun(deployment, "clock").submit(address(deployment));
                List<FlowEvent> flows = FaultFlows.some(run.tenant(), FLOWS);
                run.send(flows.subList(0, WARM_UP), 0);
                run.awaitAllRead();
                CompletableFuture<Void> sending =
                        CompletableFuture.runAsync(
                                () -> run.send(flows.subList(WARM_UP, FLOWS), PER_SECOND));
                Pace.letPass(Duration.ofSeconds(5));
                clock.set(STEP.negated());
                Pace.letPass(SEEN);
                run.send(FaultFlows.flood(run.tenant(), FLOOD, WHILE_BACK), 0);
                await().atMost(Duration.ofMinutes(2))
                        .untilAsserted(() -> run.index().detected(WHILE_BACK));
                clock.set(STEP);
                Pace.letPass(SEEN);
                run.send(FaultFlows.flood(run.tenant(), FLOOD, WHILE_AHEAD), 0);

                sending.get();
                run.awaitAllRead();
                assertThat(run.restarts()).isZero();
                run.assertEveryFlowIsAccountedFor(0);
                assertTheJobSaw(run);
                run.assertNoAlertIsLostOrDoubled();
            } finally {
                worker.stop(Duration.ofSeconds(10));
            }
        }
    }

    /** The fault has struck: one alert was raised before it can have been, one after. */
    private static void assertTheJobSaw(FaultRun run) throws Exception {
        Instant now = Instant.now();
        assertThat(run.index().detected(WHILE_BACK)).isBefore(now.minus(NEARLY));
        assertThat(run.index().detected(WHILE_AHEAD)).isAfter(now.plus(NEARLY));
    }

    private static ChildProcess replaced(Deployment deployment, SteppedClock clock)
            throws Exception {
        ChildProcess taskManager =
                deployment.flink.running().stream()
                        .filter(child -> child.name().contains("taskmanager"))
                        .findFirst()
                        .orElseThrow();
        List<String> command = SteppedClock.command(taskManager);
        Path log = taskManager.log();
        Deployment.kill(deployment.flink, "taskmanager");
        ChildProcess worker = clock.fork(command, deployment.folder, log);
        await().atMost(Duration.ofMinutes(4))
                .until(() -> Files.readString(log).split("Successful registration").length > 2);
        return worker;
    }

    private static String address(Deployment deployment) {
        return deployment.elasticsearch.address();
    }
}
