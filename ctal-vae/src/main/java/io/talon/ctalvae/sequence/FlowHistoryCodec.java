// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.sequence;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes of a {@link FlowHistory}, big-endian. Version 1:
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
final class FlowHistoryCodec {
    private static final byte VERSION = 1;
    private static final int WIDTH = 60;

    private FlowHistoryCodec() {}

    static byte[] encode(List<FlowEntry> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 + 200 * entries.size());
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeByte(entries.size());
            for (FlowEntry entry : entries) {
                write(entry, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private static void write(FlowEntry entry, DataOutputStream out) throws IOException {
        byte[] uid = entry.uid().getBytes(StandardCharsets.UTF_8);
        if (uid.length > 0xffff) {
            throw new IllegalArgumentException(
                    "a uid of " + uid.length + " bytes; at most 65535 can be kept");
        }
        out.writeShort(uid.length);
        out.write(uid);
        out.writeLong(entry.startMicros());
        out.writeLong(entry.endMicros());
        out.writeFloat(entry.logGap());
        out.writeShort(entry.respPort());
        out.writeByte(entry.failed() ? 1 : 0);
        float[] vector = entry.vector();
        out.writeByte(vector.length);
        long present = 0;
        for (int i = 0; i < vector.length; i++) {
            present |= vector[i] == 0 ? 0 : 1L << i;
        }
        out.writeLong(present);
        for (float value : vector) {
            if (value != 0) {
                out.writeFloat(value);
            }
        }
    }

    static List<FlowEntry> decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            byte version = in.get();
            if (version != VERSION) {
                throw new CorruptHistoryException(
                        "a flow history of version "
                                + version
                                + "; this code reads version "
                                + VERSION);
            }
            int size = in.get();
            if (size < 0 || size > FlowHistory.LENGTH) {
                throw new CorruptHistoryException(
                        "a flow history of "
                                + size
                                + " flows; at most "
                                + FlowHistory.LENGTH
                                + " are kept");
            }
            List<FlowEntry> entries = new ArrayList<>(FlowHistory.LENGTH);
            for (int i = 0; i < size; i++) {
                entries.add(read(in));
            }
            if (in.hasRemaining()) {
                throw new CorruptHistoryException(
                        "a flow history with " + in.remaining() + " bytes too many");
            }
            return entries;
        } catch (BufferUnderflowException e) {
            throw new CorruptHistoryException(
                    "a flow history cut off after " + bytes.length + " bytes");
        }
    }

    private static FlowEntry read(ByteBuffer in) {
        int length = Short.toUnsignedInt(in.getShort());
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        String uid =
                new String(
                        in.array(),
                        in.arrayOffset() + in.position(),
                        length,
                        StandardCharsets.UTF_8);
        in.position(in.position() + length);
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
        long present = in.getLong();
        for (int i = 0; i < WIDTH; i++) {
            if ((present >>> i & 1) != 0) {
                vector[i] = finiteOrMissing(in.getFloat());
            }
        }
        return new FlowEntry(uid, start, end, logGap, port, failed, vector);
    }

    private static float finiteOrMissing(float value) {
        if (Float.isInfinite(value)) {
            throw new CorruptHistoryException("an infinite feature value in a flow history");
        }
        return value;
    }
}
