// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.sequence;

import io.talon.ctalvae.feature.ConnVector;
import io.talon.ctalvae.feature.FeatureProfiles;
import io.talon.zeek.Conn;
import java.io.ByteArrayOutputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The last {@link #LENGTH} flows to one destination, as feature vectors: what a job keeps per
 * destination. Features that look back are computed when a flow is appended and kept with it, so
 * that nothing older is needed. A uid is kept once: its newest row stands for it.
 *
 * <p>Kept as a {@link FlowRecord} for each flow, oldest first, one behind the other, so that they
 * are read, appended to and put back without being taken apart. There is room behind them; when it
 * is used up they move to the front of the same array. So a history that is full takes flow after
 * flow and nothing is allocated: of many destinations what is allocated at a flow would outlive the
 * young generation, and the whole heap would have to be collected again and again. As bytes it is a
 * byte of version, a byte of how many flows, an int with the hash of the destination's address (0 =
 * not known), then the records. Mutable, not thread-safe; copies of it are independent.
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

    /** Flows that a new array has room for besides those kept. */
    private static final int ROOM = 4;

    /** An array is given up that is so many times as long as it need be: uids may be long. */
    private static final int WASTEFUL = 4;

    private static final byte[] NOTHING = new byte[0];

    private byte[] buffer;

    /** Where the records begin and end. */
    private int from;

    private int to;
    private int size;

    /** Hash of the destination's address, 0 = not known. */
    private int responder;

    /** Keeps {@code fetch} from being optimised away. */
    private int fetched;

    /** A destination that has not been seen. */
    public FlowHistory() {
        this(NOTHING, 0, 0);
    }

    private FlowHistory(byte[] buffer, int size, int responder) {
        this.buffer = buffer;
        this.to = buffer.length;
        this.size = size;
        this.responder = responder;
    }

    /** The same flows, and as much room; what is appended to one is not in the other. */
    public FlowHistory copy() {
        FlowHistory copy = new FlowHistory(new byte[buffer.length], 0, 0);
        copy.set(this);
        return copy;
    }

    /** Takes the flows of another in place of its own; allocates nothing once it is as long. */
    public void set(FlowHistory other) {
        int length = other.to - other.from;
        if (buffer.length < length) {
            buffer = new byte[length + length / 2];
        }
        System.arraycopy(other.buffer, other.from, buffer, 0, length);
        from = 0;
        to = length;
        size = other.size;
        responder = other.responder;
    }

    /**
     * Reads what {@link #toBytes} wrote, in this or an older version.
     *
     * @throws CorruptHistoryException if the bytes are of a newer version or damaged
     */
    public static FlowHistory fromBytes(byte[] bytes) {
        if (bytes.length < 2) {
            throw cutOff(bytes);
        }
        if (bytes[0] != VERSION && bytes[0] != 1) {
            throw new CorruptHistoryException(
                    "a flow history of version "
                            + bytes[0]
                            + "; this code reads version 1 and version "
                            + VERSION);
        }
        return read(bytes[0] == 1 ? FlowHistoryV1.toPresent(bytes) : bytes);
    }

    private static FlowHistory read(byte[] bytes) {
        if (bytes.length < HEADER) {
            throw cutOff(bytes);
        }
        int size = bytes[1];
        if (size < 0 || size > LENGTH) {
            throw new CorruptHistoryException(
                    "a flow history of " + size + " flows; at most " + LENGTH + " are kept");
        }
        int at = HEADER;
        for (int i = 0; i < size; i++) {
            at += FlowRecord.length(bytes, at, WIDTH);
        }
        if (at != bytes.length) {
            throw new CorruptHistoryException(
                    "a flow history with " + (bytes.length - at) + " bytes too many");
        }
        return new FlowHistory(
                Arrays.copyOfRange(bytes, HEADER, at), size, (int) INT.get(bytes, RESPONDER));
    }

    private static CorruptHistoryException cutOff(byte[] written) {
        return new CorruptHistoryException(
                "a flow history cut off after " + written.length + " bytes");
    }

    /** A compact, versioned form: about 120 bytes per flow. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(byteLength());
        try {
            write(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes all bytes", e);
        }
        return bytes.toByteArray();
    }

    /** How many bytes {@link #toBytes} gives. */
    public int byteLength() {
        return HEADER + to - from;
    }

    /** How many bytes of the heap its array takes. */
    int allocated() {
        return buffer.length;
    }

    /** Writes what {@link #toBytes} gives, without gathering it first. */
    public void write(DataOutput out) throws IOException {
        out.writeByte(VERSION);
        out.writeByte(size);
        out.writeInt(responder);
        out.write(buffer, from, to - from);
    }

    /** Changes with every flow that is appended, as far as a number can tell. */
    public int imprint() {
        if (size == 0) {
            return 0;
        }
        int last = places()[size - 1];
        return 31 * Long.hashCode(FlowRecord.endMicros(buffer, last))
                + FlowRecord.uid(buffer, last).hashCode();
    }

    /** Where each flow begins, and behind the last one where it ends. */
    private int[] places() {
        int[] at = new int[LENGTH + 1];
        at[0] = from;
        for (int i = 0; i < size; i++) {
            at[i + 1] = at[i] + FlowRecord.checkedLength(buffer, at[i]);
        }
        return at;
    }

    /**
     * Reads a byte of every cache line: one record says where the next begins, so that misses, of
     * which a history not seen for long is full, would otherwise be waited for one by one.
     */
    private void fetch() {
        int sum = 0;
        for (int i = from; i < to; i += CACHE_LINE) {
            sum += buffer[i];
        }
        fetched = sum;
    }

    /** Flows kept, 0 to {@link #LENGTH}. */
    public int size() {
        return size;
    }

    /** Whether the flow with this uid is kept. */
    public boolean contains(String uid) {
        return indexOf(uid.getBytes(StandardCharsets.UTF_8), places()) >= 0;
    }

    private int indexOf(byte[] uid, int[] at) {
        for (int i = size - 1; i >= 0; i--) {
            if (FlowRecord.hasUid(buffer, at[i], uid)) {
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
        fetch();
        int[] at = places();
        int same = indexOf(uid, at);
        replace(same >= 0 ? same : size == LENGTH ? 0 : -1, flow, uid, at);
        return same >= 0;
    }

    /** Appends, and leaves out the flow at an index; -1 = none. */
    private void replace(int gone, Conn flow, byte[] uid, int[] at) {
        int last = gone == size - 1 ? size - 2 : size - 1;
        double gap =
                last < 0
                        ? Double.NaN
                        : Math.max(flow.endMicros() - FlowRecord.endMicros(buffer, at[last]), 0)
                                / 1e3;
        double logGap = Math.log1p(gap);
        double change =
                last < 0 ? Double.NaN : Math.abs(logGap - FlowRecord.logGap(buffer, at[last]));
        boolean failed = ConnVector.failed(flow);
        float[] vector = new float[WIDTH];
        ConnVector.write(
                flow, LookBack.conns(buffer, at, size, gone, flow, failed, gap, change), vector, 0);
        int length = FlowRecord.size(uid, vector);
        if (gone == 0) {
            from = at[1];
        } else if (gone > 0) {
            cut(at[gone], at[gone + 1]);
        }
        makeRoom(length);
        FlowRecord.write(
                buffer,
                to,
                length,
                uid,
                flow.tsMicros(),
                flow.endMicros(),
                (float) logGap,
                flow.respP(),
                failed,
                Exchange.hash(flow.origH()),
                vector);
        to += length;
        size += gone < 0 ? 1 : 0;
        responder = Exchange.hash(flow.respH());
    }

    private void cut(int begin, int end) {
        System.arraycopy(buffer, end, buffer, begin, to - end);
        to -= end - begin;
    }

    /** So many bytes behind the last record are free; twice as many, or records move each time. */
    private void makeRoom(int length) {
        if (buffer.length - to >= length) {
            return;
        }
        int kept = to - from;
        int needed = kept + 2 * length;
        byte[] before = buffer;
        if (before.length < needed || before.length > WASTEFUL * needed) {
            buffer = new byte[kept + ROOM * Math.max(length, kept / Math.max(size, 1))];
        }
        System.arraycopy(before, from, buffer, 0, kept);
        from = 0;
        to = kept;
    }

    /**
     * Writes the vectors, row-major [size × width], oldest first, NaN = missing; allocates nothing.
     */
    public void copyVectors(float[] target, int offset) {
        Arrays.fill(target, offset, offset + size * WIDTH, 0);
        int at = from;
        for (int i = 0; i < size; i++) {
            FlowRecord.copyVector(buffer, at, target, offset + i * WIDTH);
            at += FlowRecord.checkedLength(buffer, at);
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
        return LookBack.exchange(buffer, places(), lastIndex(), responder, vectors, offset);
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
        int[] at = places();
        float[] values = new float[size * ConnVector.WIDTH];
        copyVectors(values, 0);
        List<String> uids = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            uids.add(FlowRecord.uid(buffer, at[i]));
        }
        return new Sequence(
                FeatureProfiles.ZEEK_CONN_V1.id(),
                WIDTH,
                values,
                uids,
                FlowRecord.startMicros(buffer, at[0]),
                FlowRecord.endMicros(buffer, at[last]),
                exchange(values, 0));
    }
}
