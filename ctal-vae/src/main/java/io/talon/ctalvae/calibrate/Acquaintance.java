// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.calibrate;

import io.talon.ctalvae.relation.Relation;
import io.talon.ctalvae.relation.SiteMemory;
import io.talon.ctalvae.sequence.Exchange;
import java.util.List;

/**
 * What a site's memory adds to the errors of the network: the tail ranks of how surprising an
 * exchange is in each respect, and what weight every rank has in the fused error. Immutable,
 * thread-safe.
 */
public final class Acquaintance {
    /** Weights of the network's three errors, then of the relations. */
    public static final int WEIGHTS = 3 + Relation.values().length;

    private static final int NETWORK = 3;

    /** Rank of what is not known: that of the median benign flow. */
    private static final double TYPICAL = Math.log(2);

    private static final Relation[] RELATIONS = Relation.values();

    private final SiteMemory memory;
    private final Curve[] ranks;
    private final float[] weights;

    /**
     * @param ranks one per {@link Relation}, in their order
     * @param weights {@link #WEIGHTS} of them, not negative, taken over
     * @throws IllegalArgumentException if they are not so, or all weights are 0
     */
    public Acquaintance(SiteMemory memory, List<Curve> ranks, float[] weights) {
        if (ranks.size() != RELATIONS.length || weights.length != WEIGHTS) {
            throw new IllegalArgumentException(
                    ranks.size() + " ranks and " + weights.length + " weights of relations");
        }
        double sum = 0;
        for (float weight : weights) {
            if (!(weight >= 0) || Float.isInfinite(weight)) {
                throw new IllegalArgumentException("a weight of " + weight);
            }
            sum += weight;
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("all weights are 0");
        }
        this.memory = memory;
        this.ranks = ranks.toArray(Curve[]::new);
        this.weights = weights;
    }

    /** The fused error of ranks of the three errors and an exchange; null for not known. */
    double fused(double lastFlow, double sequence, double norm, Exchange exchange) {
        double sum = network(lastFlow, sequence, norm);
        for (int i = 0; i < RELATIONS.length; i++) {
            if (weights[NETWORK + i] > 0) {
                sum += part(RELATIONS[i], exchange);
            }
        }
        return sum;
    }

    /** As before, of surprises that another memory of the site found; null for not known. */
    double fused(double lastFlow, double sequence, double norm, double[] surprises) {
        double sum = network(lastFlow, sequence, norm);
        for (int i = 0; i < RELATIONS.length; i++) {
            sum += weights[NETWORK + i] * (surprises == null ? TYPICAL : rank(i, surprises[i]));
        }
        return sum;
    }

    private double network(double lastFlow, double sequence, double norm) {
        return weights[0] * Ranks.soft(lastFlow)
                + weights[1] * Ranks.soft(sequence)
                + weights[2] * Ranks.soft(norm);
    }

    private double rank(int relation, double surprise) {
        return Ranks.soft(ranks[relation].at(surprise));
    }

    /** What a relation adds to the fused error, ≥ 0. */
    double part(Relation relation, Exchange exchange) {
        int index = relation.ordinal();
        double rank = exchange == null ? TYPICAL : rank(index, memory.surprise(relation, exchange));
        return weights[NETWORK + index] * rank;
    }

    /**
     * How rare an exchange is in one respect: −ln of the share of benign exchanges that surprised
     * the site at least as much.
     */
    public double rarity(Relation relation, Exchange exchange) {
        return ranks[relation.ordinal()].at(memory.surprise(relation, exchange));
    }

    /** Surprise of the median benign flow. */
    public double typical(Relation relation) {
        return ranks[relation.ordinal()].place(TYPICAL);
    }

    /** The site's memory. */
    public SiteMemory memory() {
        return memory;
    }

    /** Tail ranks of surprise, one per {@link Relation}. */
    public List<Curve> ranks() {
        return List.of(ranks);
    }

    /** Weights, {@link #WEIGHTS} of them; not to be written to. */
    public float[] weights() {
        return weights;
    }
}
