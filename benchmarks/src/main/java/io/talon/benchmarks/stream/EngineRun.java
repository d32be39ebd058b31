// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.score.BatchScorer;
import io.talon.ctalvae.score.PreparedSite;
import io.talon.ctalvae.score.ScoringEngine;
import io.talon.ctalvae.score.SequenceBatch;
import io.talon.ctalvae.sequence.FlowHistory;
import io.talon.job.flow.FlowView;
import io.talon.job.flow.MalformedFlowException;
import io.talon.job.flow.RepeatedStrings;
import java.util.ArrayList;
import java.util.List;

/** The scoring engine alone, over sequences that lie ready in memory. */
final class EngineRun {

    /** Enough not to lie in the nearest cache, as in the job. */
    private static final int DESTINATIONS = 4096;

    private static final int SINGLE_OBJECT_HEADER = 10;

    private EngineRun() {}

    /** Full histories, from the same rows in the same order as the job's. */
    static List<FlowHistory> histories(FlowRows rows) {
        RepeatedStrings repeated = new RepeatedStrings();
        List<FlowHistory> histories = new ArrayList<>();
        for (int i = 0; i < DESTINATIONS; i++) {
            histories.add(new FlowHistory());
        }
        try {
            for (long number = 0; number < (long) DESTINATIONS * FlowHistory.LENGTH; number++) {
                byte[] record = rows.flow(number, DESTINATIONS);
                FlowView flow = FlowView.read(record, SINGLE_OBJECT_HEADER);
                String host = flow.respH();
                int destination =
                        Integer.parseInt(host.substring(7, 10)) * 1000
                                + Integer.parseInt(host.substring(11));
                histories.get(destination).append(flow.conn(repeated));
            }
        } catch (MalformedFlowException e) {
            throw new IllegalStateException("the benchmark's own rows are no flows", e);
        }
        return histories;
    }

    /** Scores as many sequences as the plan says, round and round. */
    static void run(FlowRows rows, SiteModel model, int batchSize, RunPlan plan) {
        int values = FlowHistory.LENGTH * FlowHistory.WIDTH;
        List<FlowHistory> histories = histories(rows);
        float[] ready = new float[histories.size() * values];
        for (int i = 0; i < histories.size(); i++) {
            histories.get(i).copyVectors(ready, i * values);
        }
        PreparedSite site = ScoringEngine.best().prepare(model);
        BatchScorer scorer = ScoringEngine.best().newScorer();
        SequenceBatch batch = new SequenceBatch(batchSize, FlowHistory.LENGTH);
        Meter meter = new Meter(plan.warmUp(), plan.measured());
        int next = 0;
        for (long scored = 0; scored < plan.scored(); scored += batchSize) {
            batch.clear();
            for (int i = 0; i < batchSize; i++) {
                int place = batch.add(site, FlowHistory.LENGTH);
                System.arraycopy(ready, next * values, batch.values(), place, values);
                next = (next + 1) % histories.size();
            }
            scorer.score(batch);
            for (int i = 0; i < batchSize; i++) {
                meter.count(batch.anomalous(i));
            }
        }
    }
}
