// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A {@code .talon} file, taken apart and checked:
 *
 * <pre>
 * 8 bytes   89 'T' 'A' 'L' 'O' 'N' 0D 0A
 * int32     length of the manifest, little-endian like everything after it
 * n bytes   manifest, JSON in UTF-8
 * 32 bytes  Ed25519 public key
 * 64 bytes  Ed25519 signature over the manifest
 * rest      tensors, float32
 * </pre>
 *
 * Lengths are checked before anything is allocated; then the signature, then the checksum of every
 * tensor, then that every number is finite. Nothing may follow the last tensor.
 */
final class TalonFile {
    /** Larger files are refused unread. */
    static final int LARGEST = 64 << 20;

    private static final int LARGEST_MANIFEST = 1 << 20;
    private static final int SIGNATURE = 64;

    /** Goes into documents, logs and tables under the file's version: a line, and a short one. */
    private static final Pattern MAKER = Pattern.compile("\\P{Cntrl}{1,100}");

    private static final byte[] MAGIC = {(byte) 0x89, 'T', 'A', 'L', 'O', 'N', '\r', '\n'};

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private final String name;
    private final Manifest manifest;
    private final String sha256;
    private final Map<String, float[]> tensors;

    private TalonFile(String name, Manifest manifest, String sha256, Map<String, float[]> tensors) {
        this.name = name;
        this.manifest = manifest;
        this.sha256 = sha256;
        this.tensors = tensors;
    }

    static byte[] encode(Manifest manifest, Tensors tensors, SigningKey key) {
        byte[] head;
        try {
            head = JSON.writeValueAsBytes(manifest);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a manifest is plain records", e);
        }
        byte[] body = tensors.bytes();
        ByteBuffer file =
                ByteBuffer.allocate(
                                MAGIC.length
                                        + 4
                                        + head.length
                                        + PublicKeys.LENGTH
                                        + SIGNATURE
                                        + body.length)
                        .order(ByteOrder.LITTLE_ENDIAN);
        file.put(MAGIC)
                .putInt(head.length)
                .put(head)
                .put(key.publicKey())
                .put(key.sign(head))
                .put(body);
        return file.array();
    }

    /**
     * @param name what the bytes are called in messages
     */
    static TalonFile decode(byte[] bytes, String name, TrustedKeys trusted)
            throws ModelFormatException {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < MAGIC.length
                || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new ModelFormatException(
                    name,
                    "not a Talon model or adaptor (expected a file that starts with 89 'TALON')");
        }
        in.position(MAGIC.length);
        int length = in.remaining() < 4 ? 0 : in.getInt();
        if (length < 1
                || length > LARGEST_MANIFEST
                || length > in.remaining() - PublicKeys.LENGTH - SIGNATURE) {
            throw new ModelFormatException(
                    name,
                    "cut off or damaged: a manifest of "
                            + length
                            + " bytes in a file of "
                            + bytes.length);
        }
        byte[] head = take(in, length);
        verify(head, take(in, PublicKeys.LENGTH), take(in, SIGNATURE), name, trusted);
        Manifest manifest = manifest(head, name);
        return new TalonFile(name, manifest, Hashes.sha256(head), tensors(manifest, in, name));
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static void verify(
            byte[] head, byte[] key, byte[] signature, String name, TrustedKeys trusted)
            throws ModelFormatException {
        boolean valid;
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(PublicKeys.of(key));
            verifier.update(head);
            valid = verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            valid = false;
        }
        if (!valid) {
            throw new ModelFormatException(
                    name, "the signature does not fit the manifest: damaged or tampered with");
        }
        if (!trusted.accept(key)) {
            throw new ModelFormatException(
                    name,
                    "signed with key "
                            + Hashes.sha256(key).substring(0, 16)
                            + ", which is not among the trusted ones");
        }
    }

    private static Manifest manifest(byte[] head, String name) throws ModelFormatException {
        try {
            Manifest manifest = JSON.readValue(head, Manifest.class);
            if (manifest.format() < Manifest.FORMAT
                    || manifest.format() > Manifest.FORMAT_WITH_MEMORY) {
                throw new ModelFormatException(
                        name,
                        "format "
                                + manifest.format()
                                + "; this version of Talon reads format "
                                + Manifest.FORMAT
                                + " and "
                                + Manifest.FORMAT_WITH_MEMORY);
            }
            if (!MAKER.matcher(manifest.createdBy()).matches()) {
                throw new ModelFormatException(
                        name, "names its maker by what is no name: up to 100 printable characters");
            }
            return manifest;
        } catch (ModelFormatException e) {
            throw e;
        } catch (IOException e) {
            throw new ModelFormatException(
                    name, "the manifest is not what this version of Talon writes: " + firstLine(e));
        }
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static Map<String, float[]> tensors(Manifest manifest, ByteBuffer in, String name)
            throws ModelFormatException {
        Map<String, float[]> tensors = new HashMap<>();
        int start = in.position();
        for (Manifest.Tensor entry : manifest.tensors()) {
            long bytes = 4L * entry.rows() * entry.columns();
            if (entry.rows() < 1
                    || entry.columns() < 1
                    || bytes > in.remaining()
                    || entry.offset() != in.position() - start) {
                throw new ModelFormatException(
                        name,
                        "cut off or damaged: tensor "
                                + entry.name()
                                + " ["
                                + entry.rows()
                                + " × "
                                + entry.columns()
                                + "] at "
                                + entry.offset()
                                + ", "
                                + in.remaining()
                                + " bytes are left");
            }
            if (!Hashes.sha256(in.array(), in.position(), (int) bytes).equals(entry.sha256())) {
                throw new ModelFormatException(
                        name,
                        "tensor "
                                + entry.name()
                                + " has another checksum than the manifest says: damaged or"
                                + " tampered with");
            }
            tensors.put(entry.name(), finite(in, (int) bytes / 4, entry.name(), name));
        }
        if (in.hasRemaining()) {
            throw new ModelFormatException(
                    name, in.remaining() + " bytes too many after the last tensor");
        }
        return tensors;
    }

    private static float[] finite(ByteBuffer in, int count, String tensor, String name)
            throws ModelFormatException {
        float[] values = new float[count];
        in.asFloatBuffer().get(values);
        in.position(in.position() + 4 * count);
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new ModelFormatException(
                        name, "tensor " + tensor + " holds a value that is not a finite number");
            }
        }
        return values;
    }

    String name() {
        return name;
    }

    Manifest manifest() {
        return manifest;
    }

    /** Of the manifest, and with it of all tensors. */
    String sha256() {
        return sha256;
    }

    boolean has(String tensor) {
        return tensors.containsKey(tensor);
    }

    /** A tensor of the given size. */
    float[] tensor(String tensor, int size) throws ModelFormatException {
        float[] values = tensor(tensor);
        if (values.length != size) {
            throw new ModelFormatException(
                    name,
                    "tensor " + tensor + " has " + values.length + " values, expected " + size);
        }
        return values;
    }

    float[] tensor(String tensor) throws ModelFormatException {
        float[] values = tensors.get(tensor);
        if (values == null) {
            throw new ModelFormatException(name, "tensor " + tensor + " is missing");
        }
        return values;
    }
}
