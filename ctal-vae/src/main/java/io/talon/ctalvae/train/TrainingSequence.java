// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

/**
 * A sequence as training sees it: normalised, missing values 0. The arrays are owned by it and not
 * written to.
 */
final class TrainingSequence {
    private final int length;
    private final int width;
    private final float[] values;
    private final float[] present;

    /**
     * @param length flows
     * @param width features per flow
     * @param values normalised values, row-major [length × width], oldest first, 0 where missing
     * @param present 1 where there is a value, 0 where it is missing, like {@code values}
     */
    TrainingSequence(int length, int width, float[] values, float[] present) {
        this.length = length;
        this.width = width;
        this.values = values;
        this.present = present;
    }

    int length() {
        return length;
    }

    int width() {
        return width;
    }

    float value(int step, int feature) {
        return values[step * width + feature];
    }

    boolean present(int step, int feature) {
        return present[step * width + feature] != 0;
    }

    /** How many values there are, at least 1 so that it can divide. */
    int count() {
        int count = 0;
        for (float p : present) {
            count += p != 0 ? 1 : 0;
        }
        return Math.max(count, 1);
    }

    float[] copyOfValues() {
        return values.clone();
    }

    float[] copyOfPresent() {
        return present.clone();
    }
}
