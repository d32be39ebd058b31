// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.sequence;

import java.util.List;
import java.util.Objects;

/**
 * The last 1 to {@link FlowHistory#LENGTH} flows to one destination, oldest first: what the model
 * scores for the flow that ends it. Values are raw feature values as the profile defines them, NaN
 * where the flow does not have one. Immutable.
 */
public final class Sequence {
    private final String profile;
    private final int width;
    private final float[] values;
    private final List<String> uids;
    private final long startMicros;
    private final long endMicros;
    private final Exchange exchange;

    /**
     * As {@link #Sequence(String, int, float[], List, long, long, Exchange)}, of flows of which
     * nobody knows between whom they are.
     */
    public Sequence(
            String profile,
            int width,
            float[] values,
            List<String> uids,
            long startMicros,
            long endMicros) {
        this(profile, width, values, uids, startMicros, endMicros, null);
    }

    /**
     * @param profile id of the feature profile
     * @param width features per flow
     * @param values row-major [length × width], oldest flow first; taken over, not copied
     * @param uids one uid per flow, oldest first
     * @param startMicros start of the oldest flow, µs since the epoch
     * @param endMicros end of the newest flow, µs since the epoch
     * @param exchange between whom the newest flow is, or null
     */
    public Sequence(
            String profile,
            int width,
            float[] values,
            List<String> uids,
            long startMicros,
            long endMicros,
            Exchange exchange) {
        this.profile = Objects.requireNonNull(profile);
        this.uids = List.copyOf(uids);
        if (this.uids.isEmpty() || this.uids.size() > FlowHistory.LENGTH) {
            throw new IllegalArgumentException(
                    "a sequence has 1 to "
                            + FlowHistory.LENGTH
                            + " flows, not "
                            + this.uids.size());
        }
        if (values.length != this.uids.size() * width) {
            throw new IllegalArgumentException(
                    this.uids.size()
                            + " flows of "
                            + width
                            + " features need "
                            + this.uids.size() * width
                            + " values, not "
                            + values.length);
        }
        this.width = width;
        this.values = values;
        this.startMicros = startMicros;
        this.endMicros = endMicros;
        this.exchange = exchange;
    }

    /** The uid of the newest flow, by which a sequence is named. */
    public String uid() {
        return uids.get(uids.size() - 1);
    }

    /** Number of flows, 1 to {@link FlowHistory#LENGTH}. */
    public int length() {
        return uids.size();
    }

    /** Number of features per flow. */
    public int width() {
        return width;
    }

    /** Zeek's uids of the flows, oldest first; the last one is the flow that is scored. */
    public List<String> uids() {
        return uids;
    }

    /** Start of the oldest flow, µs since the epoch. */
    public long startMicros() {
        return startMicros;
    }

    /** End of the newest flow, µs since the epoch. */
    public long endMicros() {
        return endMicros;
    }

    /** Between whom the newest flow is, among the others; null if not known. */
    public Exchange exchange() {
        return exchange;
    }

    /** Id of the feature profile of the values. */
    public String profile() {
        return profile;
    }

    /** Raw value of a feature at a step (0 = oldest); NaN if the flow does not have it. */
    public float value(int step, int feature) {
        return values[
                Objects.checkIndex(step, length()) * width + Objects.checkIndex(feature, width)];
    }

    /**
     * Copies the values, row-major [length × width], to the start of {@code target}; allocates
     * nothing.
     */
    public void copyTo(float[] target) {
        copyTo(target, 0);
    }

    /** As {@link #copyTo(float[])}, from a place of the target on. */
    public void copyTo(float[] target, int place) {
        System.arraycopy(values, 0, target, place, values.length);
    }
}
