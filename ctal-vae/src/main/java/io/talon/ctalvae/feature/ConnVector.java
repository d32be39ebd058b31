// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.feature;

import io.talon.zeek.Conn;
import java.util.Arrays;
import java.util.Set;

/**
 * Turns a conn into the vector of profile {@code zeek-conn-v1}. No address, label or absolute time
 * enters. Allocates nothing. Thread-safe.
 */
public final class ConnVector {
    /** Values per flow. */
    public static final int WIDTH = ZeekConnV1.PROFILE.width();

    /** What stands for the gap before a destination's first flow. */
    private static final double FIRST_GAP_MILLIS = 86_400_000;

    private static final Set<String> FAILED =
            Set.of("S0", "REJ", "OTH", "RSTOS0", "RSTRH", "SH", "SHR");

    private static final int ORIG_BYTES = 1;
    private static final int RESP_BYTES = 2;
    private static final int FIRST_STATE = 15 + ZeekConnV1.PROTOS.size();

    private ConnVector() {}

    /** Index of the connection state in a vector at a place, −1 if it is none of the profile's. */
    public static int state(float[] vectors, int offset) {
        for (int i = 0; i < ZeekConnV1.STATES.size(); i++) {
            if (vectors[offset + FIRST_STATE + i] != 0) {
                return i;
            }
        }
        return -1;
    }

    /** ln(1 + payload bytes of the responder) in a vector at a place, NaN if missing. */
    public static float answer(float[] vectors, int offset) {
        return vectors[offset + RESP_BYTES];
    }

    /** Whether two vectors have the same payload bytes on both sides; missing equals missing. */
    public static boolean samePayload(float[] vectors, int one, int other) {
        return Float.compare(vectors[one + ORIG_BYTES], vectors[other + ORIG_BYTES]) == 0
                && Float.compare(vectors[one + RESP_BYTES], vectors[other + RESP_BYTES]) == 0;
    }

    /** Whether the flow was refused, unanswered or half-open, by Zeek's connection state. */
    public static boolean failed(Conn flow) {
        return flow.connState() != null && FAILED.contains(flow.connState());
    }

    /**
     * Writes the vector of a flow.
     *
     * @param flow the flow
     * @param history the destination's flows before it
     * @param target receives {@link #WIDTH} values, NaN where the flow has none
     * @param offset where the vector starts in {@code target}
     */
    public static void write(Conn flow, ConnHistory history, float[] target, int offset) {
        Arrays.fill(target, offset, offset + WIDTH, 0);
        int next = writeSizes(flow, history.gapMillis(), target, offset);
        next =
                oneHot(
                        ZeekConnV1.PROTOS.indexOf(flow.proto()),
                        ZeekConnV1.PROTOS.size(),
                        target,
                        next);
        next =
                oneHot(
                        ZeekConnV1.STATES.indexOf(String.valueOf(flow.connState())),
                        ZeekConnV1.STATES.size(),
                        target,
                        next);
        next = writeServices(flow, target, next);
        next = writeLetters(flow.history(), target, next);
        target[next++] = flow.respP() < 1024 ? 1 : 0;
        target[next++] = flow.respP() >= 1024 && flow.respP() < 32_768 ? 1 : 0;
        target[next++] = (float) history.gapChange();
        target[next++] = (float) history.respPorts();
        target[next++] = (float) history.failedShare();
        target[next++] = positive(flow.respPkts());
        target[next++] = positive(flow.origBytes()) + positive(flow.respBytes());
    }

    private static int writeSizes(Conn flow, double gapMillis, float[] target, int offset) {
        int next = offset;
        double millis = flow.durationMicros() == null ? Double.NaN : flow.durationMicros() / 1e3;
        double origBytes = number(flow.origIpBytes());
        double respBytes = number(flow.respIpBytes());
        double origPkts = number(flow.origPkts());
        double respPkts = number(flow.respPkts());
        target[next++] = log1p(millis);
        target[next++] = log1p(number(flow.origBytes()));
        target[next++] = log1p(number(flow.respBytes()));
        target[next++] = log1p(origPkts);
        target[next++] = log1p(respPkts);
        target[next++] = log1p(origBytes);
        target[next++] = log1p(respBytes);
        target[next++] = log1p(Double.isNaN(gapMillis) ? FIRST_GAP_MILLIS : gapMillis);
        target[next++] = log1p(origBytes / Math.max(origPkts, 1));
        target[next++] = log1p(respBytes / Math.max(respPkts, 1));
        target[next++] = log1p((origBytes + respBytes) / Math.max(millis / 1e3, 1e-3));
        target[next++] = Double.isNaN(millis) ? 1 : 0;
        target[next++] = (float) ((origBytes - respBytes) / (origBytes + respBytes + 1));
        target[next++] = (float) ((origPkts - respPkts) / (origPkts + respPkts + 1));
        target[next++] = flow.missedBytes() > 0 ? 1 : 0;
        return next;
    }

    private static int oneHot(int index, int size, float[] target, int offset) {
        if (index >= 0) {
            target[offset + index] = 1;
        }
        return offset + size;
    }

    private static int writeServices(Conn flow, float[] target, int offset) {
        for (String service : flow.service()) {
            int index = ZeekConnV1.SERVICES.indexOf(service);
            if (index >= 0) {
                target[offset + index] = 1;
            }
        }
        int none = offset + ZeekConnV1.SERVICES.size();
        target[none] = flow.service().isEmpty() ? 1 : 0;
        return none + 1;
    }

    private static int writeLetters(String history, float[] target, int offset) {
        int letters = ZeekConnV1.LETTERS.length();
        if (history != null) {
            for (int i = 0; i < history.length(); i++) {
                int index = ZeekConnV1.LETTERS.indexOf(history.charAt(i));
                if (index >= 0) {
                    target[offset + index]++;
                }
            }
            for (int i = offset; i < offset + letters; i++) {
                if (target[i] != 0) { // ln(1 + 0) is 0, and most letters are not there
                    target[i] = log1p(target[i]);
                }
            }
        }
        return offset + letters;
    }

    private static double number(Long value) {
        return value == null ? Double.NaN : value;
    }

    private static float positive(Long value) {
        return value != null && value > 0 ? 1 : 0;
    }

    private static float log1p(double value) {
        // From 1 on nothing is lost by adding 1 first, and of ln there is machine code.
        return (float) (value >= 1 ? Math.log(1 + value) : Math.log1p(Math.max(value, 0)));
    }
}
