// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.flow;

import java.nio.charset.StandardCharsets;

/**
 * Walks over Avro's binary encoding in a byte array. Believes no length that the array cannot hold,
 * and allocates nothing but the strings that are asked for. Not thread-safe.
 */
final class AvroCursor {

    private final byte[] bytes;
    private int at;

    AvroCursor(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    int at() {
        return at;
    }

    void expectEnd() throws MalformedFlowException {
        if (at < bytes.length) {
            throw new MalformedFlowException(
                    "%d bytes follow the FlowEvent".formatted(bytes.length - at));
        }
    }

    private int next() throws MalformedFlowException {
        if (at >= bytes.length) {
            throw new MalformedFlowException("not a FlowEvent: it ends too early");
        }
        return bytes[at++];
    }

    int readInt() throws MalformedFlowException {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int b = next();
            value |= (b & 0x7f) << shift;
            if (b >= 0) {
                return value >>> 1 ^ -(value & 1);
            }
        }
        throw new MalformedFlowException("not a FlowEvent: an int of more than 5 bytes");
    }

    long readLong() throws MalformedFlowException {
        int first = next();
        if (first >= 0) { // most are short
            return first >>> 1 ^ -(first & 1);
        }
        long value = first & 0x7f;
        for (int shift = 7; shift < 70; shift += 7) {
            int b = next();
            value |= (b & 0x7fL) << shift;
            if (b >= 0) {
                return value >>> 1 ^ -(value & 1);
            }
        }
        throw new MalformedFlowException("not a FlowEvent: a long of more than 10 bytes");
    }

    boolean readBoolean() throws MalformedFlowException {
        return next() == 1;
    }

    /** Whether an optional field is there; its value follows. */
    boolean readPresence() throws MalformedFlowException {
        int branch = readInt();
        if (branch != 0 && branch != 1) {
            throw new MalformedFlowException("not a FlowEvent: branch %d of 2".formatted(branch));
        }
        return branch == 1;
    }

    /** A length or count: at most as many as there are bytes left. */
    private int readCount() throws MalformedFlowException {
        return bounded(readLong());
    }

    private int bounded(long count) throws MalformedFlowException {
        if (count < 0 || count > bytes.length - at) {
            throw new MalformedFlowException(
                    "not a FlowEvent: a length of %d where %d bytes are left"
                            .formatted(count, bytes.length - at));
        }
        return (int) count;
    }

    /** Passes a string over; says where it begins, its end is then {@link #at}. */
    int skipString() throws MalformedFlowException {
        int length = readCount();
        int from = at;
        at += length;
        return from;
    }

    String readString() throws MalformedFlowException {
        int from = skipString();
        return new String(bytes, from, at - from, StandardCharsets.UTF_8);
    }

    /** Elements in the next block of an array or map, 0 at its end. */
    int readBlock() throws MalformedFlowException {
        long count = readLong();
        if (count < 0) {
            readLong(); // the block's length in bytes, for those who pass it over
            count = -count;
        }
        return bounded(count);
    }

    void skipStrings() throws MalformedFlowException {
        for (int left = readBlock(); left > 0; left = readBlock()) {
            for (; left > 0; left--) {
                skipString();
            }
        }
    }

    void skipDoublesByName() throws MalformedFlowException {
        for (int left = readBlock(); left > 0; left = readBlock()) {
            for (; left > 0; left--) {
                skipString();
                if (bytes.length - at < Double.BYTES) {
                    throw new MalformedFlowException("not a FlowEvent: it ends too early");
                }
                at += Double.BYTES;
            }
        }
    }
}
