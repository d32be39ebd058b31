// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.site;

import io.talon.ctalvae.sequence.Sequence;

/**
 * What is scored, and what made the flow that ends it.
 *
 * @param sequence the last flows to a destination
 * @param family label of the attack; empty for a benign flow
 */
public record LabelledSequence(Sequence sequence, String family) {
    /** Whether the flow is no attack. */
    public boolean benign() {
        return family.isEmpty();
    }
}
