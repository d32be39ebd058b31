// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.flow;

import io.talon.deadletter.v1.DeadLetter;
import io.talon.zeek.ConnLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/** Begins a dead letter: when, what refused it, why, and the bytes; where it came from is added. */
public final class DeadLetters {

    /** Longer input is cut, or its dead letter would not fit into a Kafka message in its turn. */
    private static final int LONGEST_RAW = 512 * 1024;

    private DeadLetters() {}

    /**
     * @param stage what refused it: ingest, decode, control, late, score, index
     */
    public static DeadLetter.Builder of(String stage, String reason, byte[] raw, Instant at) {
        byte[] kept = raw.length > LONGEST_RAW ? Arrays.copyOf(raw, LONGEST_RAW) : raw;
        return DeadLetter.newBuilder()
                .setAt(at)
                .setStage(stage)
                .setReason(reason)
                .setRaw(ByteBuffer.wrap(kept))
                .setRawLength(raw.length);
    }

    /** The dead letter of a line of a file that is no flow. */
    public static DeadLetter of(ConnLine.Rejected line, String file, SiteId site) {
        return of("ingest", line.reason(), line.raw(), Instant.now())
                .setTenant(site.tenant())
                .setSite(site.site())
                .setFile(file)
                .setLine(line.number())
                .build();
    }

    /** The dead letter of a flow that was decoded and could not be used further on. */
    public static DeadLetter of(String stage, String reason, FlowView flow, long atMillis) {
        try {
            byte[] again = flow.event().toByteBuffer().array();
            return of(stage, reason, again, Instant.ofEpochMilli(atMillis))
                    .setTenant(flow.tenant())
                    .setSite(flow.site())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
