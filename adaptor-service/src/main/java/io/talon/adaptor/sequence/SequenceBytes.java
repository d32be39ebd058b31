// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.sequence;

import io.talon.ctalvae.sequence.Sequence;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A sequence's values as bytes: little-endian float32, row by row, oldest flow first. */
public final class SequenceBytes {
    private SequenceBytes() {}

    static byte[] of(Sequence sequence) {
        float[] values = new float[sequence.length() * sequence.width()];
        sequence.copyTo(values);
        ByteBuffer bytes =
                ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    /**
     * The sequence of bytes.
     *
     * @throws IllegalArgumentException if they do not fit the number of flows
     */
    public static Sequence sequence(
            String profile, List<String> uids, byte[] bytes, Instant start, Instant end) {
        int count = bytes.length / Float.BYTES;
        if (uids.isEmpty() || count % uids.size() != 0 || bytes.length % Float.BYTES != 0) {
            throw new IllegalArgumentException(
                    bytes.length + " bytes are no values of " + uids.size() + " flows");
        }
        float[] values = new float[count];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return new Sequence(profile, count / uids.size(), values, uids, micros(start), micros(end));
    }

    static Instant time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
