// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

import io.talon.flow.v1.FlowEvent;
import io.talon.job.flow.FlowEvents;
import io.talon.local.part.KafkaTopics;
import io.talon.schema.wire.RecordWire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Flows at a steady rate, and among them, ten times a second, a probe: one to a destination of its
 * own that no model takes for usual. Not thread-safe.
 */
final class ProbeLoad implements AutoCloseable {

    /** The site that probes are of. */
    static final String PROBES = "probes";

    /** The site of the one destination that is flooded. */
    static final String FLOOD = "flood";

    private static final int PROBES_PER_SECOND = 10;
    private static final int DESTINATIONS = 10_000;
    private static final int STEPS_PER_SECOND = 500;

    private final FlowRows rows;
    private final KafkaProducer<byte[], byte[]> producer;
    private final RecordWire<FlowEvent> wire = RecordWire.of(FlowEvent.class);
    private long flows;
    private long eventMicros;
    private long flooding;
    private int probes;

    ProbeLoad(FlowRows rows, String kafka) {
        this.rows = rows;
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka, "linger.ms", 5, "batch.size", 65_536),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    /**
     * Sends for so long.
     *
     * @param perSecond flows
     * @param floodPerSecond flows besides, all to one destination
     * @return by uid, when each probe and the first flow of the flood was sent, in milliseconds
     *     since the epoch
     */
    Map<String, Long> send(Duration time, int perSecond, int floodPerSecond) {
        Map<String, Long> sent = new ConcurrentHashMap<>();
        long start = System.nanoTime();
        long steps = time.toMillis() * STEPS_PER_SECOND / 1000;
        long flowsBefore = flows;
        for (long step = 1; step <= steps; step++) {
            await(start + step * 1_000_000_000L / STEPS_PER_SECOND);
            long due = flowsBefore + step * perSecond / STEPS_PER_SECOND;
            for (; flows < due; flows++, eventMicros += 1_000_000 / perSecond) {
                producer.send(
                        new ProducerRecord<>(
                                KafkaTopics.FLOWS, rows.flow(flows, DESTINATIONS, now())));
            }
            flood(step * floodPerSecond / STEPS_PER_SECOND, sent);
            if (step % (STEPS_PER_SECOND / PROBES_PER_SECOND) == 0) {
                probe(PROBES, "CProbe" + probes, "10.200.%d.%d", probes++, sent);
            }
        }
        producer.flush();
        return sent;
    }

    private void flood(long due, Map<String, Long> sent) {
        for (; flooding < due; flooding++) {
            probe(FLOOD, "CFlood" + flooding, "10.201.0.1", 0, flooding == 0 ? sent : null);
        }
    }

    /** Event time, which passes as fast as time, in microseconds since the epoch. */
    private long now() {
        return FlowRows.after(eventMicros);
    }

    private static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Flows of the flood sent up to now. */
    long flooding() {
        return flooding;
    }

    private void probe(
            String site, String uid, String address, int number, Map<String, Long> sent) {
        FlowEvent flow =
                FlowEvent.newBuilder()
                        .setTenant(FlowRows.TENANT)
                        .setSite(site)
                        .setTs(FlowEvents.instant(now()))
                        .setUid(uid)
                        .setOrigH("10.0.4.17")
                        .setOrigP(51_000)
                        .setRespH(address.formatted(number / 250, number % 250))
                        .setRespP(443)
                        .setProto("tcp")
                        .setService(List.of("ssl"))
                        .setDurationMicros(100_000L)
                        .setOrigBytes(1_000L)
                        .setRespBytes(2_000L)
                        .setConnState("OTH")
                        .setHistory("ShADadFf")
                        .setOrigPkts(10L)
                        .setOrigIpBytes(1_500L)
                        .setRespPkts(700_000_000L)
                        .setRespIpBytes(900_000_000_000L)
                        .build();
        byte[] key = flow.getRespH().getBytes(StandardCharsets.UTF_8);
        producer.send(
                new ProducerRecord<>(KafkaTopics.FLOWS, key, wire.encode(flow)),
                (metadata, failure) -> {
                    if (sent != null && failure == null) {
                        sent.put(uid, metadata.timestamp());
                    }
                });
    }

    @Override
    public void close() {
        producer.close();
    }
}
