// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel.gradient;

/**
 * The right factor of products, as rows and, where there are vectors, once more in strips of as
 * many columns as a vector holds, in which a product reads it from one end to the other. Not
 * thread-safe while it is loaded.
 */
public final class Factor {
    final float[][] rows;

    /** [strips][rows · lanes]; none without vectors */
    final float[][] strips;

    private final int lanes;

    /**
     * @param rows from {@link GradientRows}, taken over
     */
    public Factor(float[][] rows) {
        this.rows = rows;
        this.lanes = Kernels.LANES;
        int count = lanes == 0 ? 0 : rows[0].length / lanes;
        this.strips = new float[count][rows.length * lanes];
        load();
    }

    /** The rows, to be written to before {@link #load}. */
    public float[][] rows() {
        return rows;
    }

    /** Takes over what was written to the rows. */
    public void load() {
        for (int strip = 0; strip < strips.length; strip++) {
            for (int k = 0; k < rows.length; k++) {
                System.arraycopy(rows[k], strip * lanes, strips[strip], k * lanes, lanes);
            }
        }
    }
}
