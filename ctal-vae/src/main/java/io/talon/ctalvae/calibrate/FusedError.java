// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.calibrate;

import io.talon.ctalvae.relation.Relation;
import io.talon.ctalvae.relation.SiteMemory;
import io.talon.ctalvae.sequence.Exchange;
import java.util.Arrays;
import java.util.List;

/**
 * One error out of several: tail ranks in the site's benign reference, weighted. Without
 * acquaintance with a site it is the mean of the three ranks of the network's errors.
 *
 * @param lastFlow tail rank of the last flow's reconstruction error
 * @param sequence tail rank of the whole sequence's reconstruction error
 * @param norm tail rank of the sequence's mean squared normalised value
 * @param acquaintance what the site's memory adds; null for a model that knows no site
 */
public record FusedError(Curve lastFlow, Curve sequence, Curve norm, Acquaintance acquaintance) {

    /** Of the three errors alone. */
    public FusedError(Curve lastFlow, Curve sequence, Curve norm) {
        this(lastFlow, sequence, norm, null);
    }

    /**
     * @param memory of the site; null for none
     */
    static FusedError fit(ErrorSample benign, ErrorSample negatives, SiteMemory memory) {
        Curve lastFlow = TailRank.fit(benign.lastFlow());
        Curve sequence = TailRank.fit(benign.sequence());
        Curve norm = TailRank.fit(benign.norm());
        if (memory == null) {
            return new FusedError(lastFlow, sequence, norm);
        }
        List<Curve> ranks =
                Arrays.stream(Relation.values())
                        .map(relation -> TailRank.fit(benign.surprise(relation)))
                        .toList();
        float[] weights =
                Discriminant.weights(
                        ranks(benign, lastFlow, sequence, norm, ranks),
                        ranks(negatives, lastFlow, sequence, norm, ranks));
        return new FusedError(lastFlow, sequence, norm, new Acquaintance(memory, ranks, weights));
    }

    private static double[][] ranks(
            ErrorSample sample, Curve lastFlow, Curve sequence, Curve norm, List<Curve> relations) {
        double[][] all = new double[Acquaintance.WEIGHTS][];
        all[0] = soft(lastFlow, sample.lastFlow());
        all[1] = soft(sequence, sample.sequence());
        all[2] = soft(norm, sample.norm());
        for (Relation relation : Relation.values()) {
            int index = relation.ordinal();
            all[3 + index] = soft(relations.get(index), sample.surprise(relation));
        }
        return all;
    }

    private static double[] soft(Curve rank, double[] values) {
        return Arrays.stream(values).map(v -> Ranks.soft(rank.at(v))).toArray();
    }

    /** The fused error, ≥ 0, of a sequence whose last exchange is not known. */
    public double of(double lastFlowError, double sequenceError, double meanSquare) {
        return of(lastFlowError, sequenceError, meanSquare, (Exchange) null);
    }

    /**
     * The fused error, ≥ 0. Allocates nothing.
     *
     * @param exchange what ends the sequence; null if it is not known, which counts as typical
     */
    public double of(
            double lastFlowError, double sequenceError, double meanSquare, Exchange exchange) {
        double last = lastFlow.at(lastFlowError);
        double whole = sequence.at(sequenceError);
        double square = norm.at(meanSquare);
        return acquaintance == null
                ? (last + whole + square) / 3
                : acquaintance.fused(last, whole, square, exchange);
    }

    /** As the site would find it whose memory found the surprises; null for not known. */
    double of(double lastFlowError, double sequenceError, double meanSquare, double[] surprises) {
        return acquaintance == null
                ? of(lastFlowError, sequenceError, meanSquare, (Exchange) null)
                : acquaintance.fused(
                        lastFlow.at(lastFlowError),
                        sequence.at(sequenceError),
                        norm.at(meanSquare),
                        surprises);
    }

    /**
     * How the fused error is made up: the parts of the three errors and of each {@link Relation},
     * which sum to it.
     */
    public double[] parts(
            double lastFlowError, double sequenceError, double meanSquare, Exchange exchange) {
        double[] parts = {
            lastFlow.at(lastFlowError), sequence.at(sequenceError), norm.at(meanSquare)
        };
        if (acquaintance == null) {
            return Arrays.stream(parts).map(p -> p / 3).toArray();
        }
        double[] all = new double[Acquaintance.WEIGHTS];
        for (int i = 0; i < parts.length; i++) {
            all[i] = acquaintance.weights()[i] * Ranks.soft(parts[i]);
        }
        for (Relation relation : Relation.values()) {
            all[parts.length + relation.ordinal()] = acquaintance.part(relation, exchange);
        }
        return all;
    }
}
