// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.ctal;

import io.talon.ctalvae.relation.Relation;
import io.talon.ctalvae.relation.SiteMemory;
import io.talon.ctalvae.sequence.Exchange;
import io.talon.evaluation.detector.Detector;
import io.talon.evaluation.detector.SiteStatistics;
import io.talon.evaluation.protocol.Capture;
import io.talon.evaluation.protocol.Row;
import io.talon.evaluation.protocol.Scores;
import io.talon.evaluation.protocol.Split;
import io.talon.evaluation.protocol.ThresholdRule;
import io.talon.evaluation.protocol.Trial;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A simple detector that is given what the product has besides the network: the site's memory. Its
 * vectors are the windows and, behind them, how surprising the last exchange is in every relation.
 * What it is fitted on is measured by a memory of the other half, as the product does it.
 *
 * @param fitted a detector that takes vectors of any width
 */
record RememberingRow(Detector fitted) implements Row {

    @Override
    public String detector() {
        return fitted.label();
    }

    @Override
    public String material() {
        return "same material and memory";
    }

    @Override
    public boolean usesShots() {
        return false;
    }

    @Override
    public boolean isSeeded() {
        return fitted.isSeeded();
    }

    @Override
    public int[] calibration(Split split) {
        return split.hold();
    }

    @Override
    public ThresholdRule rule() {
        return ThresholdRule.BETWEEN;
    }

    @Override
    public Scores scores(Trial trial) {
        Capture target = trial.target();
        int[] fit = trial.split().fit();
        int[] even = half(fit, 0);
        int[] odd = half(fit, 1);
        float[][] evenRows = rows(target, even, memory(target, odd));
        float[][] oddRows = rows(target, odd, memory(target, even));
        float[][] benign = Arrays.copyOf(evenRows, fit.length);
        System.arraycopy(oddRows, 0, benign, even.length, odd.length);
        float[][] scored = rows(target, trial.scored(), memory(target, fit));
        return Scores.of(fitted.fit(SiteStatistics.of(benign), benign, trial.seed()).score(scored));
    }

    private static int[] half(int[] flows, int offset) {
        return IntStream.range(0, flows.length)
                .filter(i -> i % 2 == offset)
                .map(i -> flows[i])
                .toArray();
    }

    private static Exchange exchange(Capture capture, int flow) {
        Exchange exchange = capture.flows().get(flow).sequence().exchange();
        if (exchange == null) {
            throw new UnsupportedOperationException("the exporter does not say who talks to whom");
        }
        return exchange;
    }

    private static SiteMemory memory(Capture capture, int[] flows) {
        return SiteMemory.of(Arrays.stream(flows).mapToObj(i -> exchange(capture, i)).toList());
    }

    private static float[][] rows(Capture capture, int[] flows, SiteMemory memory) {
        float[][] windows = capture.windows(flows);
        Relation[] relations = Relation.values();
        float[][] rows = new float[flows.length][];
        for (int i = 0; i < flows.length; i++) {
            int width = windows[i].length;
            rows[i] = Arrays.copyOf(windows[i], width + relations.length);
            Exchange exchange = exchange(capture, flows[i]);
            for (int r = 0; r < relations.length; r++) {
                rows[i][width + r] = (float) memory.surprise(relations[r], exchange);
            }
        }
        return rows;
    }
}
