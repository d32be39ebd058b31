// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.schema.wire;

import io.talon.schema.SchemaHistory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes one kind of record in single-object encoding and reads it from either framing:
 *
 * <pre>
 * C3 01 · CRC-64-AVRO of the writer's schema, 8 bytes little-endian · Avro binary
 * 00    · id of the writer's schema, 4 bytes big-endian             · Avro binary
 * </pre>
 *
 * <p>Reading resolves any committed older version to the present one. Whatever the bytes are, it
 * either gives a record or throws {@link MalformedRecordException}, and takes no more memory than a
 * small multiple of their length. Not thread-safe.
 */
public final class RecordWire<T extends SpecificRecord> {

    private static final int SINGLE_OBJECT_HEADER = 10;
    private static final int CONFLUENT_HEADER = 5;

    private final Schema schema;
    private final SpecificData data;
    private final DatumWriter<T> writer;
    private final WriterSchemas registry;
    private final long fingerprint;
    private final DatumReader<T> presentReader;
    private final Map<Long, DatumReader<T>> byFingerprint = new HashMap<>();
    private final Map<Integer, DatumReader<T>> byId = new HashMap<>();

    private RecordWire(Class<T> type, WriterSchemas registry) {
        this.schema = SpecificData.get().getSchema(type);
        this.data = SpecificData.getForClass(type);
        this.writer = writerOf(data, schema);
        this.registry = registry;
        this.fingerprint = SchemaNormalization.parsingFingerprint64(schema);
        this.presentReader = reader(schema);
        byFingerprint.put(fingerprint, presentReader);
        for (Schema old : SchemaHistory.of(schema.getFullName())) {
            byFingerprint.computeIfAbsent(
                    SchemaNormalization.parsingFingerprint64(old), f -> reader(old));
        }
    }

    /** For records of this type; {@code registry} is asked for records with Confluent's header. */
    public static <T extends SpecificRecord> RecordWire<T> of(
            Class<T> type, WriterSchemas registry) {
        return new RecordWire<>(type, registry);
    }

    /** For records of this type on a wire without a registry. */
    public static <T extends SpecificRecord> RecordWire<T> of(Class<T> type) {
        return of(type, WriterSchemas.none());
    }

    /** The record in single-object encoding. */
    public byte[] encode(T record) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        out.writeBytes(
                ByteBuffer.allocate(SINGLE_OBJECT_HEADER)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put((byte) 0xC3)
                        .put((byte) 0x01)
                        .putLong(fingerprint)
                        .array());
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        try {
            writer.write(record, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Whether the bytes say of themselves that they are this record in single-object encoding. */
    public boolean claims(byte[] bytes) {
        return isSingleObject(bytes) && byFingerprint.containsKey(fingerprintOf(bytes));
    }

    /**
     * Where the Avro binary begins, if the writer's schema was exactly the present one: the bytes
     * from there on can then be read without resolution.
     *
     * @return -1 if the bytes were written with another schema
     * @throws MalformedRecordException if they have no header, or nobody knows the schema
     */
    public int presentBody(byte[] bytes) throws MalformedRecordException {
        if (isSingleObject(bytes)) {
            return fingerprintOf(bytes) == fingerprint ? SINGLE_OBJECT_HEADER : -1;
        }
        if (bytes.length >= CONFLUENT_HEADER && bytes[0] == 0) {
            return readerOf(idOf(bytes)) == presentReader ? CONFLUENT_HEADER : -1;
        }
        throw withoutHeader(bytes);
    }

    /** The record that the bytes hold. */
    public T decode(byte[] bytes) throws MalformedRecordException {
        if (isSingleObject(bytes)) {
            long writerFingerprint = fingerprintOf(bytes);
            DatumReader<T> reader = byFingerprint.get(writerFingerprint);
            if (reader == null) {
                throw new MalformedRecordException(
                        "single-object encoding of an unknown schema %016x, not of %s"
                                .formatted(writerFingerprint, schema.getFullName()));
            }
            return read(reader, bytes, SINGLE_OBJECT_HEADER);
        }
        if (bytes.length >= CONFLUENT_HEADER && bytes[0] == 0) {
            return read(readerOf(idOf(bytes)), bytes, CONFLUENT_HEADER);
        }
        throw withoutHeader(bytes);
    }

    private static MalformedRecordException withoutHeader(byte[] bytes) {
        return new MalformedRecordException(
                "%d bytes without the header of single-object encoding or of a schema registry"
                        .formatted(bytes.length));
    }

    private DatumReader<T> readerOf(int id) throws MalformedRecordException {
        DatumReader<T> known = byId.get(id);
        if (known != null) {
            return known;
        }
        Optional<Schema> written = registry.byId(id);
        if (written.isEmpty()) {
            throw new MalformedRecordException("schema id %d, which nobody knows".formatted(id));
        }
        boolean present = SchemaNormalization.parsingFingerprint64(written.get()) == fingerprint;
        DatumReader<T> reader = present ? presentReader : reader(written.get());
        byId.put(id, reader);
        return reader;
    }

    private T read(DatumReader<T> reader, byte[] bytes, int from) throws MalformedRecordException {
        BoundedDecoder decoder = new BoundedDecoder(bytes, from);
        T record;
        try {
            record = reader.read(null, decoder);
        } catch (IOException | RuntimeException e) {
            throw new MalformedRecordException(
                    "not a %s: %s".formatted(schema.getName(), reason(e)), e);
        }
        if (decoder.remaining() > 0) {
            throw new MalformedRecordException(
                    "%d bytes follow the %s".formatted(decoder.remaining(), schema.getName()));
        }
        return record;
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? "it ends too early" : e.getMessage();
    }

    @SuppressWarnings("unchecked") // createDatumReader is declared for raw readers
    private DatumReader<T> reader(Schema writtenWith) {
        return data.createDatumReader(writtenWith, schema);
    }

    @SuppressWarnings("unchecked")
    private static <T> DatumWriter<T> writerOf(SpecificData data, Schema schema) {
        return data.createDatumWriter(schema);
    }

    private static boolean isSingleObject(byte[] bytes) {
        return bytes.length >= SINGLE_OBJECT_HEADER
                && bytes[0] == (byte) 0xC3
                && bytes[1] == (byte) 0x01;
    }

    private static int idOf(byte[] bytes) {
        return ByteBuffer.wrap(bytes, 1, 4).getInt();
    }

    private static long fingerprintOf(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
    }
}
