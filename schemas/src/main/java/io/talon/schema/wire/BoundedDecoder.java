// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.schema.wire;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.util.Utf8;

/**
 * Avro's binary decoder over one byte array, which believes no length that the array cannot hold.
 * Avro's own allocates what a hostile length prefix asks for, and an {@link OutOfMemoryError} would
 * take the whole process along.
 */
final class BoundedDecoder extends Decoder {

    private final BinaryDecoder in;

    BoundedDecoder(byte[] bytes, int from) {
        this.in = DecoderFactory.get().binaryDecoder(bytes, from, bytes.length - from, null);
    }

    /** Bytes not read yet. */
    int remaining() {
        try {
            return in.inputStream().available();
        } catch (IOException e) {
            throw new AvroRuntimeException(e);
        }
    }

    private byte[] block() throws IOException {
        byte[] block = new byte[bounded(in.readLong())];
        in.readFixed(block);
        return block;
    }

    private int bounded(long length) throws IOException {
        int remaining = remaining();
        if (length < 0 || length > remaining) {
            throw new EOFException(
                    "a length of %d where %d bytes are left".formatted(length, remaining));
        }
        return (int) length;
    }

    /** Every element of our arrays and maps takes at least one byte. */
    private long items(long count) throws IOException {
        return bounded(count);
    }

    @Override
    public void readNull() throws IOException {
        in.readNull();
    }

    @Override
    public boolean readBoolean() throws IOException {
        return in.readBoolean();
    }

    @Override
    public int readInt() throws IOException {
        return in.readInt();
    }

    @Override
    public long readLong() throws IOException {
        return in.readLong();
    }

    @Override
    public float readFloat() throws IOException {
        return in.readFloat();
    }

    @Override
    public double readDouble() throws IOException {
        return in.readDouble();
    }

    @Override
    public Utf8 readString(Utf8 old) throws IOException {
        return new Utf8(block());
    }

    @Override
    public String readString() throws IOException {
        return readString(null).toString();
    }

    @Override
    public void skipString() throws IOException {
        block();
    }

    @Override
    public ByteBuffer readBytes(ByteBuffer old) throws IOException {
        return ByteBuffer.wrap(block());
    }

    @Override
    public void skipBytes() throws IOException {
        block();
    }

    @Override
    public void readFixed(byte[] to, int start, int length) throws IOException {
        in.readFixed(to, start, length);
    }

    @Override
    public void skipFixed(int length) throws IOException {
        in.skipFixed(length);
    }

    @Override
    public int readEnum() throws IOException {
        return in.readEnum();
    }

    @Override
    public long readArrayStart() throws IOException {
        return items(in.readArrayStart());
    }

    @Override
    public long arrayNext() throws IOException {
        return items(in.arrayNext());
    }

    @Override
    public long skipArray() throws IOException {
        return items(in.skipArray());
    }

    @Override
    public long readMapStart() throws IOException {
        return items(in.readMapStart());
    }

    @Override
    public long mapNext() throws IOException {
        return items(in.mapNext());
    }

    @Override
    public long skipMap() throws IOException {
        return items(in.skipMap());
    }

    @Override
    public int readIndex() throws IOException {
        return in.readIndex();
    }
}
