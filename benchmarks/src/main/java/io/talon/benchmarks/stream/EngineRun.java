// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.stream;

import com.sun.management.OperatingSystemMXBean;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.score.BatchScorer;
import io.talon.ctalvae.score.PreparedSite;
import io.talon.ctalvae.score.ScoringEngine;
import io.talon.ctalvae.score.SequenceBatch;
import io.talon.ctalvae.sequence.FlowHistory;
import io.talon.job.flow.FlowView;
import io.talon.job.flow.MalformedFlowException;
import io.talon.job.flow.RepeatedStrings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;

/** The scoring engine alone, over sequences that lie ready in memory. */
final class EngineRun {

    /** Enough not to lie in the nearest cache, as in the job. */
    private static final int DESTINATIONS = 4096;

    private static final int SINGLE_OBJECT_HEADER = 10;
    private static final int VALUES = FlowHistory.LENGTH * FlowHistory.WIDTH;
    private static final long TICK_MILLIS = 100;

    private final BatchScorer scorer = ScoringEngine.best().newScorer();
    private final PreparedSite site;
    private final SequenceBatch batch;
    private final float[] ready;
    private int next;

    /**
     * @param batchSize sequences scored together
     */
    EngineRun(FlowRows rows, SiteModel model, int batchSize) {
        List<FlowHistory> histories = histories(rows);
        ready = new float[histories.size() * VALUES];
        for (int i = 0; i < histories.size(); i++) {
            histories.get(i).copyVectors(ready, i * VALUES);
        }
        site = ScoringEngine.best().prepare(model);
        batch = new SequenceBatch(batchSize, FlowHistory.LENGTH);
    }

    /** Full histories, from the same rows in the same order as the job's. */
    static List<FlowHistory> histories(FlowRows rows) {
        return histories(rows, (history, destination) -> {});
    }

    /**
     * As the other.
     *
     * @param grown told of each history, and whose it is, with every flow that it grows by
     */
    static List<FlowHistory> histories(FlowRows rows, ObjIntConsumer<FlowHistory> grown) {
        RepeatedStrings repeated = new RepeatedStrings();
        List<FlowHistory> histories = new ArrayList<>();
        for (int i = 0; i < DESTINATIONS; i++) {
            histories.add(new FlowHistory());
        }
        try {
            for (long number = 0; number < (long) DESTINATIONS * FlowHistory.LENGTH; number++) {
                byte[] record = rows.flow(number, DESTINATIONS);
                FlowView flow = FlowView.read(record, SINGLE_OBJECT_HEADER);
                int destination = FlowRows.destination(number, DESTINATIONS);
                FlowHistory history = histories.get(destination);
                history.append(flow.conn(repeated));
                grown.accept(history, destination);
            }
        } catch (MalformedFlowException e) {
            throw new IllegalStateException("the benchmark's own rows are no flows", e);
        }
        return histories;
    }

    /**
     * Scores on the core that measured processes are held to, says ten times a second how far it
     * is, and ends when somebody writes to its standard input or when its parent is gone.
     */
    void beside(long warmUp) throws IOException {
        for (long scored = 0; scored < warmUp; scored += batch.capacity()) {
            scoreBatch();
        }
        Core.hold();
        OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
        long scored = 0;
        long told = 0;
        while (true) {
            long now = System.currentTimeMillis();
            if (now - told >= TICK_MILLIS) {
                told = now;
                System.out.println(
                        EngineBeside.TICK + now + " " + scored + " " + system.getProcessCpuTime());
                if (System.in.available() > 0 || !parent.isAlive()) {
                    return;
                }
            }
            scoreBatch();
            scored += batch.size();
        }
    }

    private void scoreBatch() {
        batch.clear();
        while (batch.size() < batch.capacity()) {
            int place = batch.add(site, FlowHistory.LENGTH);
            System.arraycopy(ready, next * VALUES, batch.values(), place, VALUES);
            next = (next + 1) % DESTINATIONS;
        }
        scorer.score(batch);
    }
}
