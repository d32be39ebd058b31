// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.question;

import io.talon.evaluation.protocol.Shots;

/**
 * Triplets by flow index. A triplet without a positive has its anchor with noise, one without a
 * negative an injected anomaly.
 *
 * @param anchors one per triplet
 * @param positives of the first triplets
 * @param negatives of the first triplets
 */
record Selected(int[] anchors, int[] positives, int[] negatives) {
    static Selected of(Shots shots) {
        return new Selected(shots.anchors(), shots.positives(), shots.negatives());
    }
}
