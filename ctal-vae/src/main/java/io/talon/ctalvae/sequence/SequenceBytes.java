// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.sequence;

import io.talon.ctalvae.feature.FeatureProfiles;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A sequence as bytes, little-endian: its values as float32, row by row, oldest flow first, NaN
 * where one is missing; then, if it is known between whom the last flow is, the nine numbers of its
 * {@link Exchange} in their order, 4 bytes each. The number of flows and the profile's width tell
 * whether they are there.
 */
public final class SequenceBytes {
    static final int EXCHANGE_BYTES = 9 * Integer.BYTES;

    private SequenceBytes() {}

    /** The bytes of a sequence. */
    public static byte[] of(Sequence sequence) {
        float[] values = new float[sequence.length() * sequence.width()];
        sequence.copyTo(values);
        Exchange exchange = sequence.exchange();
        ByteBuffer bytes =
                ByteBuffer.allocate(
                                values.length * Float.BYTES
                                        + (exchange == null ? 0 : EXCHANGE_BYTES))
                        .order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        if (exchange != null) {
            put(exchange, bytes);
        }
        return bytes.array();
    }

    /**
     * The sequence of bytes.
     *
     * @param uids one per flow, oldest first
     * @throws IllegalArgumentException if the profile is unknown or the bytes do not fit it and the
     *     number of flows
     */
    public static Sequence sequence(
            String profile, List<String> uids, byte[] bytes, long startMicros, long endMicros) {
        int width =
                FeatureProfiles.byId(profile)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "there is no feature profile " + profile))
                        .width();
        int own = uids.size() * width * Float.BYTES;
        if (bytes.length != own && bytes.length != own + EXCHANGE_BYTES) {
            throw new IllegalArgumentException(
                    bytes.length + " bytes are no values of " + uids.size() + " flows");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[uids.size() * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = buffer.getFloat();
        }
        Exchange exchange = buffer.hasRemaining() ? exchange(buffer) : null;
        return new Sequence(profile, width, values, uids, startMicros, endMicros, exchange);
    }

    static void put(Exchange exchange, ByteBuffer bytes) {
        bytes.putInt(exchange.originator())
                .putInt(exchange.responder())
                .putInt(exchange.previous())
                .putInt(exchange.port())
                .putInt(exchange.state())
                .putFloat(exchange.answer())
                .putFloat(exchange.pairGap())
                .putInt(exchange.repeats())
                .putInt(exchange.shared());
    }

    static Exchange exchange(ByteBuffer bytes) {
        return new Exchange(
                bytes.getInt(),
                bytes.getInt(),
                bytes.getInt(),
                bytes.getInt(),
                bytes.getInt(),
                bytes.getFloat(),
                bytes.getFloat(),
                bytes.getInt(),
                bytes.getInt());
    }
}
