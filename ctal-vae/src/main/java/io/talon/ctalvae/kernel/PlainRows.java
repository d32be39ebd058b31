// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

/** A matrix row by row, for kernels without vectors. */
final class PlainRows extends PackedMatrix {
    final float[][] rows;

    /**
     * @param flat row-major [depth × columns]
     */
    PlainRows(float[] flat, int depth, int columns) {
        super(columns);
        rows = new float[depth][];
        for (int k = 0; k < depth; k++) {
            rows[k] = Rows.row(columns);
            System.arraycopy(flat, k * columns, rows[k], 0, columns);
        }
    }

    @Override
    int reach() {
        return Float.floatToRawIntBits(rows[0][0]);
    }

    @Override
    int fetch() {
        return FloatStrips.fetch(rows);
    }
}
