// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

import io.talon.flow.v1.FlowEvent;
import io.talon.job.flow.FlowEvents;
import io.talon.job.flow.SiteId;
import io.talon.schema.wire.RecordWire;
import io.talon.simulator.Simulation;
import io.talon.zeek.Conn;
import io.talon.zeek.ConnLine;
import io.talon.zeek.ConnReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Encoded flows for ever: the rows of real logs (or of simulated ones, where there are none), each
 * with another time, uid, site and destination written over its own, so that any number of
 * destinations gets flows evenly and in scattered order: the worst case for the caches of the job.
 * Rows themselves come in their own order, or the job would be charged for the benchmark's misses.
 * Immutable.
 */
final class FlowRows {

    static final String TENANT = "bench";
    static final int SITES = 20;

    private static final int MOST_ROWS = 150_000;
    private static final String UID = "CBenchmark00000000";
    private static final String SITE = "site-00";
    private static final String DESTINATION = "10.000.000.000";

    /** In the past, and not so far that any flow of a long run lies in the future. */
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    private static final long START_MICROS = FlowEvents.micros(START);

    /** Between two flows to a destination, however many there are: pauses are a feature. */
    private static final long PAUSE_MICROS = 20_000_000;

    private final List<EncodedRow> rows;
    private final String origin;

    private FlowRows(List<EncodedRow> rows, String origin) {
        this.rows = rows;
        this.origin = origin;
    }

    /** Of the logs in this folder; simulated where it has none. */
    static FlowRows of(Path data) throws IOException {
        List<Conn> conns = new ArrayList<>();
        if (Files.isDirectory(data)) {
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    read(file, conns);
                }
            }
        }
        boolean real = !conns.isEmpty();
        if (!real) {
            simulate(conns);
        }
        RecordWire<FlowEvent> wire = RecordWire.of(FlowEvent.class);
        List<EncodedRow> rows = conns.stream().map(conn -> encode(conn, wire)).toList();
        return new FlowRows(
                rows,
                "%d rows of %s".formatted(rows.size(), real ? "real logs" : "simulated sites"));
    }

    private static void read(Path file, List<Conn> into) throws IOException {
        try (ConnReader reader = ConnReader.open(file)) {
            while (reader.hasNext() && into.size() < MOST_ROWS) {
                if (reader.next() instanceof ConnLine.Read read) {
                    into.add(read.conn());
                }
            }
        }
    }

    private static void simulate(List<Conn> into) {
        Simulation simulation = Simulation.standard(1);
        for (var site : simulation.sites()) {
            simulation.flows(site.name()).limit(MOST_ROWS - into.size()).forEach(into::add);
        }
    }

    private static EncodedRow encode(Conn conn, RecordWire<FlowEvent> wire) {
        Duration usual = Duration.ofMillis(100);
        FlowEvent flow =
                FlowEvents.of(
                        conn.toBuilder()
                                .uid(UID)
                                .respH(DESTINATION)
                                .durationMicros(
                                        conn.durationMicros() == null
                                                ? null
                                                : Math.min(
                                                        conn.durationMicros(),
                                                        usual.toMillis() * 1000))
                                .build(),
                        new SiteId(TENANT, SITE));
        flow.setTs(START);
        return EncodedRow.of(wire.encode(flow), START, UID, SITE, DESTINATION);
    }

    /** Where the rows come from, in words. */
    String origin() {
        return origin;
    }

    /** The flow of this number, as it would lie on Kafka. */
    byte[] flow(long number, int destinations) {
        return flow(number, destinations, micros(number, destinations));
    }

    /** As the other, at another time, in microseconds since the epoch. */
    byte[] flow(long number, int destinations, long tsMicros) {
        EncodedRow row = rows.get((int) (number % rows.size()));
        int destination = destination(number, destinations);
        return row.with(tsMicros, number, destination % SITES, destination);
    }

    /** When the flow of this number begins. */
    static Instant time(long number, int destinations) {
        return FlowEvents.instant(micros(number, destinations));
    }

    private static long micros(long number, int destinations) {
        return START_MICROS + number * (PAUSE_MICROS / destinations);
    }

    /** So long after the first flow, in microseconds since the epoch. */
    static long after(long micros) {
        return START_MICROS + micros;
    }

    /** Each destination once in every round, in another order each time. */
    static int destination(long number, int destinations) {
        long round = number / destinations;
        long place = number % destinations;
        return (int) ((place * 7_368_787L + round * 104_729L) % destinations);
    }

    /** Start of the first flow that is scored. */
    static long startOfMeasured(RunPlan plan) {
        long filling = (long) plan.destinations() * plan.fill();
        return micros(filling, plan.destinations());
    }
}
