// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.sequence;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One flow within the bytes of a {@link FlowHistory}, big-endian:
 *
 * <pre>
 *   0  short  length of the record in bytes, this field included (unsigned)
 *   2  long   start, µs since the epoch
 *  10  long   end, µs since the epoch
 *  18  float  ln(1 + gap in ms), NaN for the destination's first flow
 *  22  short  responder port (unsigned)
 *  24  byte   1 if the flow failed, else 0
 *  25  byte   width of the vector
 *  26  int    hash of the originator's address, 0 = not known
 *  30  short  length of the uid in bytes (unsigned), then the uid in UTF-8
 *      long   per 64 values: bit i set = value i is neither 0 nor 1
 *      long   per 64 values: bit i set = value i is 1
 *      float  per bit of the first kind, lowest first; NaN = missing
 * </pre>
 *
 * Most values of a flow are flags: the two masks make the record half as long as plain floats.
 */
final class FlowRecord {
    private static final VarHandle SHORT = view(short[].class);
    private static final VarHandle INT = view(int[].class);
    private static final VarHandle LONG = view(long[].class);
    private static final VarHandle FLOAT = view(float[].class);

    private static final int START = 2;
    private static final int END = 10;
    private static final int LOG_GAP = 18;
    private static final int PORT = 22;
    private static final int FAILED = 24;
    private static final int WIDTH = 25;
    private static final int ORIGINATOR = 26;
    private static final int UID_LENGTH = 30;
    private static final int UID = 32;

    private FlowRecord() {}

    private static VarHandle view(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.BIG_ENDIAN);
    }

    /** Bytes that a record takes. */
    static int size(byte[] uid, float[] vector) {
        int floats = 0;
        for (float value : vector) {
            floats += value != 0 && value != 1 ? 1 : 0;
        }
        return UID + uid.length + 16 * words(vector.length) + 4 * floats;
    }

    private static int words(int width) {
        return width + 63 >>> 6;
    }

    /** Writes a record at {@code at}; the vector and the uid follow from {@link #size}. */
    static void write(
            byte[] to,
            int at,
            int size,
            byte[] uid,
            long startMicros,
            long endMicros,
            float logGap,
            int port,
            boolean failed,
            int originator,
            float[] vector) {
        SHORT.set(to, at, (short) size);
        LONG.set(to, at + START, startMicros);
        LONG.set(to, at + END, endMicros);
        FLOAT.set(to, at + LOG_GAP, logGap);
        SHORT.set(to, at + PORT, (short) port);
        to[at + FAILED] = (byte) (failed ? 1 : 0);
        to[at + WIDTH] = (byte) vector.length;
        INT.set(to, at + ORIGINATOR, originator);
        SHORT.set(to, at + UID_LENGTH, (short) uid.length);
        System.arraycopy(uid, 0, to, at + UID, uid.length);
        int masks = at + UID + uid.length;
        int words = words(vector.length);
        int next = masks + 16 * words;
        for (int word = 0; word < words; word++) {
            long floats = 0;
            long ones = 0;
            int from = 64 * word;
            for (int i = from; i < Math.min(from + 64, vector.length); i++) {
                float value = vector[i];
                if (value == 1) {
                    ones |= 1L << i;
                } else if (value != 0) {
                    floats |= 1L << i;
                    FLOAT.set(to, next, value);
                    next += 4;
                }
            }
            LONG.set(to, masks + 8 * word, floats);
            LONG.set(to, masks + 8 * (words + word), ones);
        }
    }

    /**
     * The length of the record at {@code at}.
     *
     * @throws CorruptHistoryException if there is no whole record of this width
     */
    static int length(byte[] in, int at, int width) {
        if (at + UID > in.length) {
            throw cutOff(in);
        }
        int length = unsigned(in, at);
        int uid = unsigned(in, at + UID_LENGTH);
        int masks = at + UID + uid;
        int words = words(width);
        if (at + length > in.length || masks + 16 * words > in.length) {
            throw cutOff(in);
        }
        if (in[at + WIDTH] != width) {
            throw new CorruptHistoryException(
                    "a flow of " + in[at + WIDTH] + " features in a history; expected " + width);
        }
        int floats = 0;
        for (int word = 0; word < words; word++) {
            long mask = (long) LONG.get(in, masks + 8 * word);
            long ones = (long) LONG.get(in, masks + 8 * (words + word));
            long beyond = word == words - 1 && (width & 63) != 0 ? -1L << width : 0;
            if (((mask | ones) & beyond) != 0) {
                throw new CorruptHistoryException(
                        "a flow with more than its " + width + " features in a history");
            }
            floats += Long.bitCount(mask);
        }
        if (length != UID + uid + 16 * words + 4 * floats) {
            throw new CorruptHistoryException(
                    "a flow of " + length + " bytes in a history, which its contents do not fill");
        }
        return length;
    }

    /** The length of a record that was checked before. */
    static int checkedLength(byte[] in, int at) {
        return unsigned(in, at);
    }

    private static CorruptHistoryException cutOff(byte[] in) {
        return new CorruptHistoryException("a flow history cut off after " + in.length + " bytes");
    }

    private static int unsigned(byte[] in, int at) {
        return Short.toUnsignedInt((short) SHORT.get(in, at));
    }

    static long startMicros(byte[] in, int at) {
        return (long) LONG.get(in, at + START);
    }

    static long endMicros(byte[] in, int at) {
        return (long) LONG.get(in, at + END);
    }

    static float logGap(byte[] in, int at) {
        return (float) FLOAT.get(in, at + LOG_GAP);
    }

    static int port(byte[] in, int at) {
        return unsigned(in, at + PORT);
    }

    static boolean failed(byte[] in, int at) {
        return in[at + FAILED] != 0;
    }

    static int originator(byte[] in, int at) {
        return (int) INT.get(in, at + ORIGINATOR);
    }

    static String uid(byte[] in, int at) {
        return new String(in, at + UID, unsigned(in, at + UID_LENGTH), StandardCharsets.UTF_8);
    }

    /** Looks at the end first: it tells uids apart, and no branch is hard to foresee. */
    static boolean hasUid(byte[] in, int at, byte[] uid) {
        int length = unsigned(in, at + UID_LENGTH);
        if (length != uid.length
                || length >= Long.BYTES
                        && (long) LONG.get(in, at + UID + length - Long.BYTES)
                                != (long) LONG.get(uid, length - Long.BYTES)) {
            return false;
        }
        return Arrays.equals(in, at + UID, at + UID + length, uid, 0, length);
    }

    /** Writes what is not 0 in the record's vector to {@code target} from {@code offset} on. */
    static void copyVector(byte[] in, int at, float[] target, int offset) {
        int width = in[at + WIDTH];
        int words = words(width);
        int masks = at + UID + unsigned(in, at + UID_LENGTH);
        int next = masks + 16 * words;
        for (int word = 0; word < words; word++) {
            int to = offset + 64 * word;
            for (long m = (long) LONG.get(in, masks + 8 * word); m != 0; m &= m - 1) {
                target[to + Long.numberOfTrailingZeros(m)] = (float) FLOAT.get(in, next);
                next += 4;
            }
            long ones = (long) LONG.get(in, masks + 8 * (words + word));
            for (long m = ones; m != 0; m &= m - 1) {
                target[to + Long.numberOfTrailingZeros(m)] = 1;
            }
        }
    }
}
