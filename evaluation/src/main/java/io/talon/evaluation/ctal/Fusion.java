// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.ctal;

import java.util.Locale;

/** Which of the model's errors is the score. */
public enum Fusion {
    /** Mean of the three tail ranks: what ships. */
    FUSED,
    /** Mean squared reconstruction error of the last flow. */
    LAST_FLOW,
    /** Mean squared reconstruction error of the sequence. */
    SEQUENCE;

    /** As tables call it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
