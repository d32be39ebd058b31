// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.calibrate;

import io.talon.ctalvae.relation.Relation;
import io.talon.ctalvae.relation.SiteMemory;
import io.talon.ctalvae.score.SequenceErrors;
import io.talon.ctalvae.sequence.Exchange;
import io.talon.ctalvae.sequence.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * The three errors of a number of sequences, and how surprising they are to a site's memory. Not
 * thread-safe.
 */
public final class ErrorSample {
    private record Errors(double lastFlow, double sequence, double norm, double[] surprises) {}

    private final List<Errors> all = new ArrayList<>();

    /** Measures sequences and adds what was found. */
    public ErrorSample add(SequenceErrors measure, Collection<Sequence> sequences) {
        return add(measure, null, sequences);
    }

    /**
     * Measures sequences and adds what was found.
     *
     * @param memory of the site, which has not seen the sequences; null for none
     */
    public ErrorSample add(
            SequenceErrors measure, SiteMemory memory, Collection<Sequence> sequences) {
        for (Sequence sequence : sequences) {
            measure.measure(sequence);
            Exchange exchange = memory == null ? null : sequence.exchange();
            all.add(
                    new Errors(
                            measure.lastFlow(),
                            measure.sequence(),
                            measure.norm(),
                            exchange == null ? null : surprises(memory, exchange)));
        }
        return this;
    }

    private static double[] surprises(SiteMemory memory, Exchange exchange) {
        return Arrays.stream(Relation.values())
                .mapToDouble(relation -> memory.surprise(relation, exchange))
                .toArray();
    }

    /** How many were measured. */
    public int size() {
        return all.size();
    }

    double[] lastFlow() {
        return all.stream().mapToDouble(Errors::lastFlow).toArray();
    }

    double[] sequence() {
        return all.stream().mapToDouble(Errors::sequence).toArray();
    }

    double[] norm() {
        return all.stream().mapToDouble(Errors::norm).toArray();
    }

    /** How surprising the exchanges are that are known. */
    double[] surprise(Relation relation) {
        return all.stream()
                .filter(e -> e.surprises() != null)
                .mapToDouble(e -> e.surprises()[relation.ordinal()])
                .toArray();
    }

    /** Whether every exchange is known to the memory it was measured with. */
    boolean knowsExchanges() {
        return all.stream().allMatch(e -> e.surprises() != null);
    }

    /** Fused errors, in the order in which sequences were added. */
    public double[] fused(FusedError fusion) {
        return all.stream()
                .mapToDouble(e -> fusion.of(e.lastFlow(), e.sequence(), e.norm(), e.surprises()))
                .toArray();
    }
}
