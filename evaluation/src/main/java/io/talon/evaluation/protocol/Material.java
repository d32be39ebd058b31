// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

/** What a simple detector of a row is fitted on. */
public enum Material {
    /** The source's benign flows, with the source's statistics: no adaptation at all. */
    SOURCE("source"),
    /** Anchors and positives of the triplets, with their statistics. */
    SHOTS("same shots"),
    /** Half of what the target declares benign; the threshold is set on the other half. */
    DECLARED("same material"),
    /** All benign flows of the target, those of the test too: what fitting can reach at best. */
    ORACLE("oracle");

    private final String label;

    Material(String label) {
        this.label = label;
    }

    /** As tables call it. */
    public String label() {
        return label;
    }
}
