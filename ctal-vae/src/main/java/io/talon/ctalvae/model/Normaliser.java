// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.model;

import io.talon.ctalvae.sequence.Sequence;

/**
 * A site's statistics: z = clip((x − median) / scale, ±10). Missing values become 0 and are marked
 * as missing. Immutable, thread-safe.
 */
public final class Normaliser {
    /** Largest normalised value. */
    public static final float LIMIT = 10;

    /** What ordinary values reach at least, in units of the site's scale. */
    private static final float LEAST_REACH = 0.3f;

    private final float[] median;
    private final float[] scale;
    private final ServiceRanges ranges;

    /**
     * Statistics of a site of whose services nothing is known.
     *
     * @param median per feature, taken over
     * @param scale per feature, positive, taken over
     */
    public Normaliser(float[] median, float[] scale) {
        this(median, scale, null);
    }

    /**
     * @param median per feature, taken over
     * @param scale per feature, positive, taken over
     * @param ranges what flows of its services ordinarily have; null if nothing is known
     */
    public Normaliser(float[] median, float[] scale, ServiceRanges ranges) {
        if (median.length != scale.length || ranges != null && ranges.width() != scale.length) {
            throw new IllegalArgumentException(
                    median.length
                            + " medians, "
                            + scale.length
                            + " scales"
                            + (ranges == null ? "" : " and ranges of " + ranges.width()));
        }
        for (float s : scale) {
            if (!(s > 0)) {
                throw new IllegalArgumentException("a scale of " + s + "; scales must be positive");
            }
        }
        this.median = median;
        this.scale = scale;
        this.ranges = ranges == null ? ServiceRanges.around(median, scale) : ranges;
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

    /** What flows of the site's services ordinarily have, to explain by; no score depends on it. */
    public ServiceRanges ranges() {
        return ranges;
    }

    /**
     * How far a raw value is out of the ordinary for the service of a flow: 1 at the bounds of what
     * is ordinary there, 0 where it is typical or missing.
     *
     * @param group of {@link #ranges}
     */
    public double distance(int group, int feature, float value) {
        return Float.isNaN(value)
                ? 0
                : ranges.distance(group, feature, value, LEAST_REACH * scale[feature]);
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
