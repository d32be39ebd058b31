// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.sequence;

import io.talon.ctalvae.feature.ConnHistory;
import io.talon.ctalvae.feature.ConnVector;
import io.talon.ctalvae.feature.FeatureProfiles;
import io.talon.zeek.Conn;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The last {@link #LENGTH} flows to one destination, as feature vectors: what a job keeps per
 * destination. Features that look back are computed when a flow is appended and kept with it, so
 * that nothing older is needed. A uid is kept once: its newest row stands for it.
 *
 * <p>Kept as the bytes that {@link #toBytes} gives, so that a history is read, appended to and put
 * back without being taken apart: a byte of version, a byte of how many flows, an int with the hash
 * of the destination's address (0 = not known), then a {@link FlowRecord} for each, oldest first.
 * Mutable, not thread-safe.
 */
public final class FlowHistory {
    /** Flows kept, and the longest sequence. */
    public static final int LENGTH = 10;

    /** Features per flow. */
    public static final int WIDTH = ConnVector.WIDTH;

    static final byte VERSION = 2;

    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private static final int RESPONDER = 2;
    private static final int HEADER = 6;
    private static final int LONGEST_UID = 4096;
    private static final int CACHE_LINE = 64;

    /** Never changed, only replaced: they are handed out. */
    private byte[] bytes = {VERSION, 0, 0, 0, 0, 0};

    private int size;

    /** Keeps {@code fetch} from being optimised away. */
    private int fetched;

    /** Where each flow begins, and behind the last one where it ends. */
    private final int[] at = new int[LENGTH + 1];

    /** A destination that has not been seen. */
    public FlowHistory() {
        at[0] = HEADER;
    }

    /**
     * Reads what {@link #toBytes} wrote, in this or an older version.
     *
     * @param bytes not to be changed afterwards
     * @throws CorruptHistoryException if the bytes are of a newer version or damaged
     */
    public static FlowHistory fromBytes(byte[] bytes) {
        FlowHistory history = new FlowHistory();
        history.read(bytes);
        return history;
    }

    private void read(byte[] written) {
        if (written.length < 2) {
            throw cutOff(written);
        }
        if (written[0] != VERSION && written[0] != 1) {
            throw new CorruptHistoryException(
                    "a flow history of version "
                            + written[0]
                            + "; this code reads version 1 and version "
                            + VERSION);
        }
        bytes = written[0] == 1 ? FlowHistoryV1.toPresent(written) : written;
        if (bytes.length < HEADER) {
            throw cutOff(bytes);
        }
        size = bytes[1];
        if (size < 0 || size > LENGTH) {
            throw new CorruptHistoryException(
                    "a flow history of " + size + " flows; at most " + LENGTH + " are kept");
        }
        fetch();
        for (int i = 0; i < size; i++) {
            at[i + 1] = at[i] + FlowRecord.length(bytes, at[i], WIDTH);
        }
        if (at[size] != bytes.length) {
            throw new CorruptHistoryException(
                    "a flow history with " + (bytes.length - at[size]) + " bytes too many");
        }
    }

    /**
     * Reads a byte of every cache line: one record says where the next begins, so that misses, of
     * which a history not seen for long is full, would otherwise be waited for one by one.
     */
    private void fetch() {
        int sum = 0;
        for (int i = 0; i < bytes.length; i += CACHE_LINE) {
            sum += bytes[i];
        }
        fetched = sum;
    }

    private static CorruptHistoryException cutOff(byte[] written) {
        return new CorruptHistoryException(
                "a flow history cut off after " + written.length + " bytes");
    }

    /** A compact, versioned form: about 120 bytes per flow. Not to be changed. */
    public byte[] toBytes() {
        return bytes;
    }

    /** Flows kept, 0 to {@link #LENGTH}. */
    public int size() {
        return size;
    }

    /** Whether the flow with this uid is kept. */
    public boolean contains(String uid) {
        return indexOf(uid.getBytes(StandardCharsets.UTF_8)) >= 0;
    }

    private int indexOf(byte[] uid) {
        for (int i = size - 1; i >= 0; i--) {
            if (FlowRecord.hasUid(bytes, at[i], uid)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Adds the destination's next flow, in place of an earlier row with its uid if one is kept
     * (Zeek writes interim rows of long connections). The caller appends in the order of end time,
     * then uid.
     *
     * @return whether a row with its uid was kept
     */
    public boolean append(Conn flow) {
        byte[] uid = flow.uid().getBytes(StandardCharsets.UTF_8);
        if (uid.length > LONGEST_UID) {
            throw new IllegalArgumentException(
                    "a uid of " + uid.length + " bytes; at most " + LONGEST_UID + " can be kept");
        }
        int same = indexOf(uid);
        remove(same >= 0 ? same : size == LENGTH ? 0 : -1, flow, uid);
        return same >= 0;
    }

    /** Appends without the flow at an index; -1 = with all. */
    private void remove(int gone, Conn flow, byte[] uid) {
        int last = gone == size - 1 ? size - 2 : size - 1;
        double gap =
                last < 0
                        ? Double.NaN
                        : Math.max(flow.endMicros() - FlowRecord.endMicros(bytes, at[last]), 0)
                                / 1e3;
        double logGap = Math.log1p(gap);
        double change =
                last < 0 ? Double.NaN : Math.abs(logGap - FlowRecord.logGap(bytes, at[last]));
        boolean failed = ConnVector.failed(flow);
        float[] vector = new float[WIDTH];
        ConnVector.write(flow, lookBack(gone, flow, failed, gap, change), vector, 0);
        int cut = gone < 0 ? 0 : at[gone + 1] - at[gone];
        int kept = bytes.length - cut;
        int length = FlowRecord.size(uid, vector);
        byte[] next = new byte[kept + length];
        int before = gone < 0 ? bytes.length : at[gone];
        System.arraycopy(bytes, 0, next, 0, before);
        System.arraycopy(bytes, before + cut, next, before, kept - before);
        FlowRecord.write(
                next,
                kept,
                length,
                uid,
                flow.tsMicros(),
                flow.endMicros(),
                (float) logGap,
                flow.respP(),
                failed,
                Exchange.hash(flow.origH()),
                vector);
        if (gone >= 0) {
            size--;
            for (int i = gone; i <= size; i++) {
                at[i] = at[i + 1] - cut;
            }
        }
        size++;
        at[size] = next.length;
        next[1] = (byte) size;
        INT.set(next, RESPONDER, Exchange.hash(flow.respH()));
        bytes = next;
    }

    private ConnHistory lookBack(int gone, Conn flow, boolean failed, double gap, double change) {
        int[] ports = new int[LENGTH];
        int flows = 0;
        int failures = failed ? 1 : 0;
        for (int i = 0; i < size; i++) {
            if (i != gone) {
                ports[flows++] = FlowRecord.port(bytes, at[i]);
                failures += FlowRecord.failed(bytes, at[i]) ? 1 : 0;
            }
        }
        ports[flows++] = flow.respP();
        int distinct = 0;
        for (int i = 0; i < flows; i++) {
            int j = 0;
            while (ports[j] != ports[i]) {
                j++;
            }
            distinct += i == j ? 1 : 0;
        }
        return new ConnHistory(
                gap, change, (distinct - 1.0) / Math.max(flows - 1, 1), (double) failures / flows);
    }

    /**
     * Writes the vectors, row-major [size × width], oldest first, NaN = missing; allocates nothing.
     */
    public void copyVectors(float[] target, int offset) {
        for (int i = 0; i < size; i++) {
            FlowRecord.copyVector(bytes, at[i], target, offset + i * WIDTH);
        }
    }

    /**
     * What the flow appended last is among the flows kept.
     *
     * @param vectors where {@link #copyVectors} wrote
     * @param offset from where on
     * @throws IllegalStateException if no flow was appended
     */
    public Exchange exchange(float[] vectors, int offset) {
        int last = lastIndex();
        int own = offset + last * ConnVector.WIDTH;
        int originator = FlowRecord.originator(bytes, at[last]);
        int port = FlowRecord.port(bytes, at[last]);
        int repeats = 0;
        int shared = 0;
        float pairGap = Float.NaN;
        for (int i = 0; i < last; i++) {
            if (FlowRecord.originator(bytes, at[i]) != originator) {
                continue;
            }
            shared++;
            if (FlowRecord.port(bytes, at[i]) == port) {
                int other = offset + i * ConnVector.WIDTH;
                repeats += ConnVector.samePayload(vectors, own, other) ? 1 : 0;
                pairGap = logGap(i, last);
            }
        }
        return new Exchange(
                originator,
                (int) INT.get(bytes, RESPONDER),
                last == 0 ? 0 : FlowRecord.originator(bytes, at[last - 1]),
                port,
                ConnVector.state(vectors, own),
                ConnVector.answer(vectors, own),
                pairGap,
                repeats,
                shared);
    }

    private float logGap(int from, int to) {
        long micros = FlowRecord.endMicros(bytes, at[to]) - FlowRecord.endMicros(bytes, at[from]);
        return (float) Math.log1p(Math.max(micros, 0) / 1e3);
    }

    private int lastIndex() {
        if (size == 0) {
            throw new IllegalStateException("a sequence needs at least one flow: append one first");
        }
        return size - 1;
    }

    /**
     * A snapshot of what the model scores for the flow appended last.
     *
     * @throws IllegalStateException if no flow was appended
     */
    public Sequence sequence() {
        int last = lastIndex();
        float[] values = new float[size * ConnVector.WIDTH];
        copyVectors(values, 0);
        List<String> uids = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            uids.add(FlowRecord.uid(bytes, at[i]));
        }
        return new Sequence(
                FeatureProfiles.ZEEK_CONN_V1.id(),
                WIDTH,
                values,
                uids,
                FlowRecord.startMicros(bytes, at[0]),
                FlowRecord.endMicros(bytes, at[last]),
                exchange(values, 0));
    }
}
