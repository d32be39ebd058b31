// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.sequence;

/** One flow of a history. Immutable; the vector is owned by it. */
final class FlowEntry {
    private final String uid;
    private final long startMicros;
    private final long endMicros;
    private final float logGap;
    private final int respPort;
    private final boolean failed;
    private final float[] vector;

    /**
     * @param logGap ln(1 + gap in ms) to the flow before, NaN for the first
     * @param vector feature values, NaN = missing
     */
    FlowEntry(
            String uid,
            long startMicros,
            long endMicros,
            float logGap,
            int respPort,
            boolean failed,
            float[] vector) {
        this.uid = uid;
        this.startMicros = startMicros;
        this.endMicros = endMicros;
        this.logGap = logGap;
        this.respPort = respPort;
        this.failed = failed;
        this.vector = vector;
    }

    String uid() {
        return uid;
    }

    long startMicros() {
        return startMicros;
    }

    long endMicros() {
        return endMicros;
    }

    float logGap() {
        return logGap;
    }

    int respPort() {
        return respPort;
    }

    boolean failed() {
        return failed;
    }

    float[] vector() {
        return vector;
    }
}
