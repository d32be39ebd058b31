// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.scorer;

import io.talon.ctalvae.score.BatchScorer;
import io.talon.ctalvae.score.PreparedSite;
import io.talon.ctalvae.score.ScoringEngine;
import io.talon.ctalvae.score.SequenceBatch;
import java.util.List;

/** One of our engines, from raw values to the three errors. */
final class EngineContender implements Contender {
    private final BatchScorer scorer;
    private final SequenceBatch batch;

    EngineContender(ScoringEngine engine, Workload workload) {
        scorer = engine.newScorer();
        batch = new SequenceBatch(workload.sequences.length, workload.steps);
        List<PreparedSite> sites = workload.sites.stream().map(engine::prepare).toList();
        for (int i = 0; i < workload.sequences.length; i++) {
            int place = batch.add(sites.get(i % sites.size()), workload.steps);
            float[] values = workload.sequences[i];
            System.arraycopy(values, 0, batch.values(), place, values.length);
        }
    }

    @Override
    public void score() {
        scorer.measure(batch);
    }

    @Override
    public double[] errors() {
        double[] errors = new double[batch.size()];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = batch.sequence(i);
        }
        return errors;
    }
}
