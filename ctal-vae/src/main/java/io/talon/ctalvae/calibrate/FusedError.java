// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.calibrate;

/**
 * One error out of three: the mean of their tail ranks in the site's benign reference.
 *
 * @param lastFlow tail rank of the last flow's reconstruction error
 * @param sequence tail rank of the whole sequence's reconstruction error
 * @param norm tail rank of the sequence's mean squared normalised value
 */
public record FusedError(Curve lastFlow, Curve sequence, Curve norm) {

    static FusedError fit(ErrorSample benign) {
        return new FusedError(
                TailRank.fit(benign.lastFlow()),
                TailRank.fit(benign.sequence()),
                TailRank.fit(benign.norm()));
    }

    /** The fused error, ≥ 0. Allocates nothing. */
    public double of(double lastFlowError, double sequenceError, double meanSquare) {
        return (lastFlow.at(lastFlowError) + sequence.at(sequenceError) + norm.at(meanSquare)) / 3;
    }
}
