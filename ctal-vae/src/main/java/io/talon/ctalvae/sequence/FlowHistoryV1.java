// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.sequence;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Reads version 1 of a {@link FlowHistory}'s bytes, which stand in older savepoints; big-endian:
 *
 * <pre>
 * byte   version = 1
 * byte   number of flows, 0 to 10
 * per flow, oldest first:
 *   short  length of the uid in bytes (unsigned), then the uid in UTF-8
 *   long   start, µs since the epoch
 *   long   end, µs since the epoch
 *   float  ln(1 + gap in ms), NaN for the destination's first flow
 *   short  responder port (unsigned)
 *   byte   1 if the flow failed, else 0
 *   byte   width of the vector, 60
 *   8 bytes  bit i set = value i is not 0; bit 0 is the lowest of the last byte
 *   float  per set bit, lowest first; NaN = missing
 * </pre>
 */
final class FlowHistoryV1 {
    private static final int WIDTH = 60;

    private FlowHistoryV1() {}

    /** The same history in the present version. */
    static byte[] toPresent(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
        try {
            int size = in.get();
            if (size < 0 || size > FlowHistory.LENGTH) {
                throw new CorruptHistoryException(
                        "a flow history of "
                                + size
                                + " flows; at most "
                                + FlowHistory.LENGTH
                                + " are kept");
            }
            byte[] present = {FlowHistory.VERSION, (byte) size, 0, 0, 0, 0};
            for (int i = 0; i < size; i++) {
                present = withNext(present, in);
            }
            if (in.hasRemaining()) {
                throw new CorruptHistoryException(
                        "a flow history with " + in.remaining() + " bytes too many");
            }
            return present;
        } catch (BufferUnderflowException e) {
            throw new CorruptHistoryException(
                    "a flow history cut off after " + bytes.length + " bytes");
        }
    }

    private static byte[] withNext(byte[] present, ByteBuffer in) {
        int length = Short.toUnsignedInt(in.getShort());
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] uid = new byte[length];
        in.get(uid);
        long start = in.getLong();
        long end = in.getLong();
        float logGap = in.getFloat();
        int port = Short.toUnsignedInt(in.getShort());
        boolean failed = in.get() != 0;
        int width = in.get();
        if (width != WIDTH) {
            throw new CorruptHistoryException(
                    "a flow of " + width + " features in a history; expected " + WIDTH);
        }
        float[] vector = new float[WIDTH];
        long set = in.getLong();
        for (int i = 0; i < WIDTH; i++) {
            vector[i] = (set >>> i & 1) != 0 ? in.getFloat() : 0;
        }
        int size = FlowRecord.size(uid, vector);
        byte[] longer = Arrays.copyOf(present, present.length + size);
        FlowRecord.write(
                longer, present.length, size, uid, start, end, logGap, port, failed, 0, vector);
        return longer;
    }
}
