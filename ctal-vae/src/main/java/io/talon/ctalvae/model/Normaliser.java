// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.model;

import io.talon.ctalvae.sequence.Sequence;
import java.util.Arrays;

/**
 * A site's statistics: z = clip((x − median) / scale, ±10). Missing values become 0 and are marked
 * as missing. Immutable, thread-safe.
 */
public final class Normaliser {
    /** Largest normalised value. */
    public static final float LIMIT = 10;

    private final float[] median;
    private final float[] scale;
    private final float[] meanSquare;

    /**
     * Statistics of which no mean squares are known: 1 for every feature.
     *
     * @param median per feature, taken over
     * @param scale per feature, positive, taken over
     */
    public Normaliser(float[] median, float[] scale) {
        this(median, scale, ones(median.length));
    }

    /**
     * @param median per feature, taken over
     * @param scale per feature, positive, taken over
     * @param meanSquare of the normalised values of benign flows per feature, not negative, taken
     *     over
     */
    public Normaliser(float[] median, float[] scale, float[] meanSquare) {
        if (median.length != scale.length || median.length != meanSquare.length) {
            throw new IllegalArgumentException(
                    median.length
                            + " medians, "
                            + scale.length
                            + " scales and "
                            + meanSquare.length
                            + " mean squares");
        }
        for (float s : scale) {
            if (!(s > 0)) {
                throw new IllegalArgumentException("a scale of " + s + "; scales must be positive");
            }
        }
        for (float square : meanSquare) {
            if (!(square >= 0)) {
                throw new IllegalArgumentException(
                        "a mean square of " + square + "; squares must not be negative");
            }
        }
        this.median = median;
        this.scale = scale;
        this.meanSquare = meanSquare;
    }

    private static float[] ones(int width) {
        float[] ones = new float[width];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Features per flow. */
    public int width() {
        return median.length;
    }

    /** Medians per feature; not to be written to. */
    public float[] median() {
        return median;
    }

    /** Scales per feature; not to be written to. */
    public float[] scale() {
        return scale;
    }

    /**
     * Mean squares of normalised benign values per feature: how far the feature ordinarily lies
     * from its median, to explain by; no score depends on it. Not to be written to.
     */
    public float[] meanSquare() {
        return meanSquare;
    }

    /** Limits a normalised value to ±{@link #LIMIT}. */
    public static float clip(float value) {
        return Math.max(-LIMIT, Math.min(LIMIT, value));
    }

    /**
     * Normalises a sequence; allocates nothing.
     *
     * @param values receives [length × width] normalised values, 0 where missing
     * @param present receives 1 where there is a value, 0 where it is missing
     */
    public void normalise(Sequence sequence, float[] values, float[] present) {
        sequence.copyTo(values);
        normalise(values, 0, sequence.length(), values, present);
    }

    /**
     * As {@link #normalise(Sequence, float[], float[])}, from raw values in an array.
     *
     * @param raw row-major [length × width] from a place on, NaN where missing; may be {@code
     *     values} if the place is 0
     * @param length flows
     */
    public void normalise(float[] raw, int place, int length, float[] values, float[] present) {
        int width = median.length;
        int count = length * width;
        for (int i = 0, f = 0; i < count; i++, f = f + 1 == width ? 0 : f + 1) {
            float value = raw[place + i];
            boolean missing = Float.isNaN(value);
            present[i] = missing ? 0 : 1;
            values[i] = missing ? 0 : clip((value - median[f]) / scale[f]);
        }
    }
}
