// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.ctal;

/** What of CTAL-VAE a row has. */
public enum Variant {
    /** Random core, target statistics: what the architecture does without learning. */
    UNTRAINED("untrained"),
    /** Source core and adaptor, source statistics: no adaptation at all, k = 0. */
    SOURCE_ONLY("source only"),
    /** Source core and adaptor, target statistics, no gradient step. */
    STATISTICS("source core, target statistics"),
    /** Source core, target statistics, adaptors fitted with k triplets. */
    ADAPTED("k shots"),
    /** Core trained on the target's declared-benign flows alone, then adapted the same way. */
    SCRATCH("target only, k shots"),
    /** Core trained on all benign flows of the target, those of the test too. */
    ORACLE("oracle");

    private final String label;

    Variant(String label) {
        this.label = label;
    }

    /** As tables call it. */
    public String label() {
        return label;
    }

    boolean usesShots() {
        return this == ADAPTED || this == SCRATCH;
    }
}
