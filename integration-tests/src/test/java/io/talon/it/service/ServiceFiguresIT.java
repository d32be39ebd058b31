// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long the service takes to start, how much memory it holds at rest, how long five triplets
 * take from the request to the report card; of the process that users start. On a machine with
 * nothing else to do.
 */
@Tag("long")
class ServiceFiguresIT {
    private static final double MOST_START_SECONDS = 4;
    private static final long MOST_IDLE_MEGABYTES = 300;
    private static final double MOST_TEACH_SECONDS = 2;

    /** Five without a warm-up. */
    private static final double MOST_FIRST_SECONDS = 3;

    private static final int TRIPLETS = 5;
    private static final String NO_ARCHIVE =
            "the service maps the archive of its classes, as users start it: build adaptor-service"
                    + " with -Pfull or -Parchive in the same run";

    /** Clients look every 250 or 300 ms; to look far more often takes CPU from the training. */
    private static final Duration LOOK = Duration.ofMillis(100);

    private static final Duration REST = Duration.ofSeconds(10);

    /** An analyst who chooses five triplets by the page takes longer. */
    private static final Duration CHOICE = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir Path folder;

    @Test
    void startsQuicklyRestsSmallAndTeachesAtOnce() throws Exception {
        try (ServiceProcess service =
                new ServiceProcess(folder, "-Dkafka.bootstrap.servers=127.0.0.1:1")) {
            double first = started(service);
            service.stop();
            double again = started(service);
            assertThat(mapsArchive(service)).as(NO_ARCHIVE).isTrue();
            double cpu = cpu(service);
            long idle = idle(service);
            prepare(service);
            pause(CHOICE);
            double before = cpu(service);
            double cold = taught(service, 1);
            double coldCpu = cpu(service) - before;
            double warm = Math.min(taught(service, 2), taught(service, 3));
            double warmCpu = (cpu(service) - before - coldCpu) / 2;
            long after = idle(service);
            System.err.printf(
                    "start %.1f s, %.1f s of CPU (new database %.1f s), idle %d MB (after teaching"
                            + " %d MB), five triplets to report card %.1f s, %.1f s of CPU (first"
                            + " of the process, whose flows lay there for %d s, %.1f s, %.1f s of"
                            + " CPU)%n",
                    again,
                    cpu,
                    first,
                    idle,
                    after,
                    warm,
                    warmCpu,
                    CHOICE.toSeconds(),
                    cold,
                    coldCpu);
            assertThat(again).as("seconds to start").isLessThan(MOST_START_SECONDS);
            assertThat(idle).as("MB at rest").isLessThan(MOST_IDLE_MEGABYTES);
            assertThat(warm).as("seconds to a report card").isLessThan(MOST_TEACH_SECONDS);
            assertThat(cold).as("seconds to the first").isLessThan(MOST_FIRST_SECONDS);
        }
    }

    private static double started(ServiceProcess service) throws Exception {
        long begun = System.nanoTime();
        service.start();
        return (System.nanoTime() - begun) / 1e9;
    }

    private static boolean mapsArchive(ServiceProcess service) throws Exception {
        try (Stream<String> maps = Files.lines(Path.of("/proc/" + service.pid() + "/maps"))) {
            return maps.anyMatch(line -> line.endsWith("/service.jsa"));
        }
    }

    /** Seconds of CPU that the process has used: other work on the machine does not change it. */
    private static double cpu(ServiceProcess service) {
        return ProcessHandle.of(service.pid())
                        .flatMap(process -> process.info().totalCpuDuration())
                        .orElseThrow()
                        .toMillis()
                / 1e3;
    }

    /** Resident memory once nothing has happened for a while. */
    private static long idle(ServiceProcess service) throws Exception {
        pause(REST);
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + service.pid() + "/status"))) {
            String size = lines.filter(line -> line.startsWith("VmRSS:")).findFirst().orElseThrow();
            return Long.parseLong(size.replaceAll("\\D", "")) / 1024;
        }
    }

    private static void pause(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        await().atMost(time.plusSeconds(5)).until(() -> System.nanoTime() > until);
    }

    private static void prepare(ServiceProcess service) throws Exception {
        ok(service.post("/sites", "{\"name\":\"plant\"}"));
        String flows = "/sites/plant/flows?benign=";
        ok(service.send("POST", flows + true, Logs.requests(240), "text/plain"));
        ok(service.send("POST", flows + false, Logs.scan(40), "text/plain"));
        for (int i = 0; i < TRIPLETS; i++) {
            ok(
                    service.post(
                            "/sites/plant/triplets",
                            "{\"anchor\":\"B%d\",\"positive\":\"B%d\",\"negative\":\"S%d\"}"
                                    .formatted(30 + i, 60 + i, 10 + i)));
        }
    }

    private static double taught(ServiceProcess service, int version) throws Exception {
        long begun = System.nanoTime();
        String job =
                "/sites/plant/jobs/"
                        + ok(service.post("/sites/plant/jobs", "{}")).json().path("id").asText();
        await().atMost(PATIENCE)
                .pollInterval(LOOK)
                .until(() -> service.get(job).json().path("state").asText().equals("done"));
        ok(service.get("/sites/plant/adaptors/" + version + "/report-card"));
        return (System.nanoTime() - begun) / 1e9;
    }

    private static ServiceProcess.Answer ok(ServiceProcess.Answer answer) {
        assertThat(answer.status()).as(answer.json().toString()).isBetween(200, 202);
        return answer;
    }
}
