// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.sequence;

import io.talon.ctalvae.feature.ConnHistory;
import io.talon.ctalvae.feature.ConnVector;
import io.talon.ctalvae.feature.FeatureProfiles;
import io.talon.zeek.Conn;
import java.util.ArrayList;
import java.util.List;

/**
 * The last {@link #LENGTH} flows to one destination, as feature vectors: what a job keeps per
 * destination. Features that look back are computed when a flow is appended and kept with it, so
 * that nothing older is needed. Mutable, not thread-safe.
 */
public final class FlowHistory {
    /** Flows kept, and the longest sequence. */
    public static final int LENGTH = 10;

    private final List<FlowEntry> entries = new ArrayList<>(LENGTH);

    /** A destination that has not been seen. */
    public FlowHistory() {}

    /**
     * Reads what {@link #toBytes} wrote, in this or an older version.
     *
     * @throws CorruptHistoryException if the bytes are of a newer version or damaged
     */
    public static FlowHistory fromBytes(byte[] bytes) {
        FlowHistory history = new FlowHistory();
        history.entries.addAll(FlowHistoryCodec.decode(bytes));
        return history;
    }

    /**
     * A compact, versioned form: about 150 bytes per flow. The layout is at {@link
     * FlowHistoryCodec}.
     */
    public byte[] toBytes() {
        return FlowHistoryCodec.encode(entries);
    }

    /** Flows kept, 0 to {@link #LENGTH}. */
    public int size() {
        return entries.size();
    }

    /** Whether the flow with this uid is kept. */
    public boolean contains(String uid) {
        for (FlowEntry entry : entries) {
            if (entry.uid().equals(uid)) {
                return true;
            }
        }
        return false;
    }

    /** Adds the destination's next flow. The caller appends in the order of end time, then uid. */
    public void append(Conn flow) {
        FlowEntry last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
        double gap =
                last == null ? Double.NaN : Math.max(flow.endMicros() - last.endMicros(), 0) / 1e3;
        double logGap = Math.log1p(gap);
        double change = last == null ? Double.NaN : Math.abs(logGap - last.logGap());
        if (entries.size() == LENGTH) {
            entries.remove(0);
        }
        float[] vector = new float[ConnVector.WIDTH];
        FlowEntry entry =
                new FlowEntry(
                        flow.uid(),
                        flow.tsMicros(),
                        flow.endMicros(),
                        (float) logGap,
                        flow.respP(),
                        ConnVector.failed(flow),
                        vector);
        entries.add(entry);
        ConnVector.write(flow, new ConnHistory(gap, change, respPorts(), failedShare()), vector, 0);
    }

    private double respPorts() {
        int distinct = 0;
        for (int i = 0; i < entries.size(); i++) {
            int port = entries.get(i).respPort();
            int j = 0;
            while (entries.get(j).respPort() != port) {
                j++;
            }
            distinct += i == j ? 1 : 0;
        }
        return (distinct - 1.0) / Math.max(entries.size() - 1, 1);
    }

    private double failedShare() {
        int failed = 0;
        for (FlowEntry entry : entries) {
            failed += entry.failed() ? 1 : 0;
        }
        return (double) failed / entries.size();
    }

    /**
     * A snapshot of what the model scores for the flow appended last.
     *
     * @throws IllegalStateException if no flow was appended
     */
    public Sequence sequence() {
        if (entries.isEmpty()) {
            throw new IllegalStateException("a sequence needs at least one flow: append one first");
        }
        int width = ConnVector.WIDTH;
        float[] values = new float[entries.size() * width];
        List<String> uids = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            System.arraycopy(entries.get(i).vector(), 0, values, i * width, width);
            uids.add(entries.get(i).uid());
        }
        return new Sequence(
                FeatureProfiles.ZEEK_CONN_V1.id(),
                width,
                values,
                uids,
                entries.get(0).startMicros(),
                entries.get(entries.size() - 1).endMicros());
    }
}
