// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import io.talon.ctalvae.sequence.Sequence;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What was scored, as it stands in records: little-endian float32, row-major, NaN for missing. */
final class SequenceValues {

    private SequenceValues() {}

    static ByteBuffer of(Sequence sequence) {
        float[] values = new float[sequence.length() * sequence.width()];
        sequence.copyTo(values);
        ByteBuffer bytes =
                ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes;
    }
}
