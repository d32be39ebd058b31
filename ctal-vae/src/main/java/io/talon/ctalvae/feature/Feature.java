// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.feature;

import java.util.Objects;

/**
 * One numeric input of the model.
 *
 * @param name stable name, as analysts read it in an explanation
 * @param unit unit of the raw value before any logarithm, e.g. {@code ms}, {@code bytes}, {@code 1}
 *     for a ratio or flag
 * @param scale how the vector carries the raw value
 * @param doc one line that says what it measures
 */
public record Feature(String name, String unit, Scale scale, String doc) {

    /** How a feature's value in the vector relates to its raw value in {@link Feature#unit()}. */
    public enum Scale {
        /** The vector carries the raw value. */
        LINEAR,
        /** The vector carries ln(1 + raw value). */
        LOG1P
    }

    public Feature {
        Objects.requireNonNull(name);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(scale);
        Objects.requireNonNull(doc);
    }

    /** The value in {@link #unit()} of a value as the vector carries it; NaN stays NaN. */
    public double raw(double value) {
        return scale == Scale.LOG1P ? Math.expm1(value) : value;
    }
}
