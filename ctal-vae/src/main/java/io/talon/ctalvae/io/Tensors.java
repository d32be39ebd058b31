// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Tensors on their way into a file: little-endian float32, one after the other. Not thread-safe.
 */
final class Tensors {
    private final List<Manifest.Tensor> entries = new ArrayList<>();
    private final List<byte[]> contents = new ArrayList<>();
    private int size;

    void add(String name, int rows, float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        entries.add(
                new Manifest.Tensor(
                        name, rows, values.length / rows, size, Hashes.sha256(bytes.array())));
        contents.add(bytes.array());
        size += bytes.capacity();
    }

    List<Manifest.Tensor> entries() {
        return List.copyOf(entries);
    }

    byte[] bytes() {
        ByteBuffer all = ByteBuffer.allocate(size);
        contents.forEach(all::put);
        return all.array();
    }
}
