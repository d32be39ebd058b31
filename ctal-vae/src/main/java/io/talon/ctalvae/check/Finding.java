// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.check;

import java.util.Locale;

/**
 * Something that an operator should know about teaching material or about what came of it.
 *
 * @param gravity what follows from it
 * @param message names the thing, the reason and the remedy
 */
public record Finding(Gravity gravity, String message) {

    /** What follows from a finding. */
    public enum Gravity {
        /** Worth knowing; the adaptor may be weaker for it. */
        WARNING,
        /** An adaptor from this would be useless or misleading: none is made. */
        REFUSAL
    }

    static Finding warning(String format, Object... values) {
        return new Finding(Gravity.WARNING, String.format(Locale.ROOT, format, values));
    }

    static Finding refusal(String format, Object... values) {
        return new Finding(Gravity.REFUSAL, String.format(Locale.ROOT, format, values));
    }

    /** Whether no adaptor should be made. */
    public boolean refuses() {
        return gravity == Gravity.REFUSAL;
    }
}
