// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.sequence;

import io.talon.ctalvae.sequence.Sequence;

/**
 * A sequence and where it comes from.
 *
 * @param sequence its flows
 * @param source address that started the flow which ends it; may be null
 * @param destination address of all its flows; may be null
 * @param destinationPort of the flow that ends it; may be null
 * @param declaredBenign whether somebody declared it benign
 * @param anomaly id of the anomaly that was raised for it; null: none that is known
 */
public record FlowSequence(
        Sequence sequence,
        String source,
        String destination,
        Integer destinationPort,
        boolean declaredBenign,
        String anomaly) {

    /** Names it: the uid of the flow that ends it. */
    public String uid() {
        return sequence.uid();
    }
}
