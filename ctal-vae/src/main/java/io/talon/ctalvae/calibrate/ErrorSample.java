// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.calibrate;

import io.talon.ctalvae.score.SequenceErrors;
import io.talon.ctalvae.sequence.Sequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The three errors of a number of sequences. Not thread-safe. */
public final class ErrorSample {
    private record Errors(double lastFlow, double sequence, double norm) {}

    private final List<Errors> all = new ArrayList<>();

    /** Measures sequences and adds what was found. */
    public ErrorSample add(SequenceErrors measure, Collection<Sequence> sequences) {
        for (Sequence sequence : sequences) {
            measure.measure(sequence);
            all.add(new Errors(measure.lastFlow(), measure.sequence(), measure.norm()));
        }
        return this;
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

    double[] fused(FusedError fusion) {
        return all.stream()
                .mapToDouble(e -> fusion.of(e.lastFlow(), e.sequence(), e.norm()))
                .toArray();
    }
}
