// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import io.talon.ctalvae.sequence.FlowHistory;
import java.nio.ByteBuffer;

/**
 * What is kept for one destination of one site. As bytes, big-endian:
 *
 * <pre>
 * 01 (version) · end of the newest flow, µs, 8 bytes · when to forget it, event-time ms, 8 bytes · FlowHistory
 * </pre>
 *
 * Mutable, not thread-safe.
 */
final class Destination {

    private static final byte VERSION = 1;
    private static final int HEADER = 1 + Long.BYTES + Long.BYTES;

    private final FlowHistory history;
    private long newestMicros;
    private long expiresMillis;

    private Destination(FlowHistory history, long newestMicros, long expiresMillis) {
        this.history = history;
        this.newestMicros = newestMicros;
        this.expiresMillis = expiresMillis;
    }

    /**
     * From bytes, or one that has not been seen for null.
     *
     * @throws IllegalStateException if another version of the job wrote the bytes
     */
    static Destination of(byte[] bytes) {
        if (bytes == null) {
            return new Destination(new FlowHistory(), Long.MIN_VALUE, Long.MIN_VALUE);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte version = in.get();
        if (version != VERSION) {
            throw new IllegalStateException(
                    "state of version %d found, only %d is known: restore with the job that wrote it"
                            .formatted(version, VERSION));
        }
        long newest = in.getLong();
        long expires = in.getLong();
        byte[] history = new byte[in.remaining()];
        in.get(history);
        return new Destination(FlowHistory.fromBytes(history), newest, expires);
    }

    byte[] toBytes() {
        byte[] flows = history.toBytes();
        return ByteBuffer.allocate(HEADER + flows.length)
                .put(VERSION)
                .putLong(newestMicros)
                .putLong(expiresMillis)
                .put(flows)
                .array();
    }

    FlowHistory history() {
        return history;
    }

    /** End of the newest flow; {@link Long#MIN_VALUE} when there is none. */
    long newestMicros() {
        return newestMicros;
    }

    /** Notes that a flow ended then, and that the destination is to be kept until so. */
    void touch(long endMicros, long untilMillis) {
        newestMicros = Math.max(newestMicros, endMicros);
        expiresMillis = Math.max(expiresMillis, untilMillis);
    }

    /** Whether the destination may be forgotten at this event time. */
    boolean isExpired(long millis) {
        return millis >= expiresMillis;
    }
}
