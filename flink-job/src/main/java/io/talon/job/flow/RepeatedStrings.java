// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.flow;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Strings that nearly every flow repeats (states, services, histories) once in memory.
 * Direct-mapped and bounded: hostile input can make it useless, not large. Not thread-safe.
 */
public final class RepeatedStrings {

    private static final int SLOTS = 1024;
    private static final int LONGEST = 32;
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** 2⁶⁴ divided by the golden ratio: its multiples spread evenly in their upper bits. */
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private final byte[][] encoded = new byte[SLOTS][];
    private final String[] strings = new String[SLOTS];

    String of(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > LONGEST) {
            return new String(bytes, from, length, StandardCharsets.UTF_8);
        }
        int slot = slot(bytes, from, length);
        byte[] known = encoded[slot];
        if (known == null || !Arrays.equals(known, 0, known.length, bytes, from, to)) {
            encoded[slot] = Arrays.copyOfRange(bytes, from, to);
            strings[slot] = new String(bytes, from, length, StandardCharsets.UTF_8);
        }
        return strings[slot];
    }

    /** Of the first and the last eight bytes: strings that differ elsewhere are rare. */
    private static int slot(byte[] bytes, int from, int length) {
        long mixed = length;
        if (length >= Long.BYTES) {
            long first = (long) LONG.get(bytes, from);
            long last = (long) LONG.get(bytes, from + length - Long.BYTES);
            mixed += (first * SPREAD ^ last) * SPREAD;
        } else {
            for (int i = from; i < from + length; i++) {
                mixed = mixed << Byte.SIZE | bytes[i] & 0xff;
            }
            mixed *= SPREAD;
        }
        return (int) (mixed * SPREAD >>> Long.SIZE - Integer.numberOfTrailingZeros(SLOTS));
    }
}
