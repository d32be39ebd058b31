// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

import io.talon.job.flow.FlowEvents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** An encoded flow, and where in it time, uid, site and destination stand. Immutable. */
final class EncodedRow {

    /** Of an address there are so many in each place, so that all are addresses. */
    private static final int PART = 250;

    private final byte[] bytes;
    private final int time;
    private final int uid;
    private final int site;
    private final int destination;

    private EncodedRow(byte[] bytes, int time, int uid, int site, int destination) {
        this.bytes = bytes;
        this.time = time;
        this.uid = uid;
        this.site = site;
        this.destination = destination;
    }

    /** A row that holds these; the digits at the end of the texts are what {@link #with} sets. */
    static EncodedRow of(byte[] bytes, Instant ts, String uid, String site, String destination) {
        return new EncodedRow(
                bytes,
                find(bytes, varint(FlowEvents.micros(ts))),
                find(bytes, uid) + uid.length() - 8,
                find(bytes, site) + site.length() - 2,
                find(bytes, destination) + destination.length() - 11);
    }

    private static int find(byte[] in, String text) {
        return find(in, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static int find(byte[] in, byte[] what) {
        for (int at = 0; at + what.length <= in.length; at++) {
            if (Arrays.equals(in, at, at + what.length, what, 0, what.length)) {
                return at;
            }
        }
        throw new IllegalArgumentException("the row does not hold what is to be replaced");
    }

    private static byte[] varint(long value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        try {
            encoder.writeLong(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A copy with another time, number in its uid, site and destination. */
    byte[] with(long tsMicros, long number, int siteNumber, int destinationNumber) {
        byte[] row = bytes.clone();
        long left = tsMicros << 1;
        for (int i = 0; i < 7; i++) { // today's microseconds take eight bytes for ever
            row[time + i] = (byte) (left & 0x7f | 0x80);
            left >>>= 7;
        }
        row[time + 7] = (byte) left;
        digits(row, uid, 8, number);
        digits(row, site, 2, siteNumber);
        digits(row, destination, 3, destinationNumber / (PART * PART));
        digits(row, destination + 4, 3, destinationNumber / PART % PART);
        digits(row, destination + 8, 3, destinationNumber % PART);
        return row;
    }

    private static void digits(byte[] row, int at, int count, long value) {
        long left = value;
        for (int i = count - 1; i >= 0; i--) {
            row[at + i] = (byte) ('0' + left % 10);
            left /= 10;
        }
    }
}
