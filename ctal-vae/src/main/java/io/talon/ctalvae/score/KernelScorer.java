// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import static io.talon.ctalvae.kernel.Kernel.COUNT;
import static io.talon.ctalvae.kernel.Kernel.ERRORS;
import static io.talon.ctalvae.kernel.Kernel.SQUARES;

import io.talon.ctalvae.kernel.Kernel;
import java.util.Arrays;

/** Takes batches through the network in groups that share a core and a width. */
final class KernelScorer extends OnePassScorer {
    private final KernelEngine engine;
    private final Kernel kernel;
    private final GroupOrder order = new GroupOrder();
    private Workspace space;
    private Network network;

    KernelScorer(KernelEngine engine) {
        this.engine = engine;
        this.kernel = engine.kernel();
    }

    @Override
    void run(SequenceBatch batch, boolean calibrated, ReconstructionDetails details) {
        for (int i = 0; i < batch.size(); i++) {
            batch.site(i).check(engine, i);
        }
        int[] indices = order.of(batch);
        int from = 0;
        while (from < batch.size()) {
            int to = from + 1;
            while (to < batch.size()
                    && to - from < Workspace.GROUP
                    && together(batch, indices[from], indices[to])) {
                to++;
            }
            group(batch, indices, from, to, calibrated, details);
            from = to;
        }
    }

    private static KernelSite site(SequenceBatch batch, int index) {
        return (KernelSite) batch.site(index);
    }

    private static boolean together(SequenceBatch batch, int one, int other) {
        KernelSite a = site(batch, one);
        KernelSite b = site(batch, other);
        return a.core == b.core && a.padded == b.padded;
    }

    private void group(
            SequenceBatch batch,
            int[] indices,
            int from,
            int to,
            boolean calibrated,
            ReconstructionDetails details) {
        KernelSite first = site(batch, indices[from]);
        int width = first.padded;
        if (space == null || !space.fits(first.core.shape, batch.longest(), width)) {
            space = new Workspace(kernel, first.core.shape, batch.longest(), width);
            network = new Network(kernel, space);
        }
        network.begin(first.core);
        for (int g = from; g < to; g++) {
            network.expect(site(batch, indices[g]));
        }
        for (int g = 0; g < to - from; g++) {
            int index = indices[from + g];
            normalise(batch, index, g);
            network.add(site(batch, index), batch.length(index));
        }
        network.run();
        for (int g = 0; g < to - from; g++) {
            int index = indices[from + g];
            network.reconstruct(g, site(batch, index));
            putErrors(batch, index, g);
            if (calibrated) {
                batch.calibrate(index);
            }
            if (details != null && details.chooses(index)) {
                details.put(index, space, g);
            }
        }
    }

    private void normalise(SequenceBatch batch, int index, int g) {
        KernelSite site = site(batch, index);
        int at = batch.offset(index);
        for (int t = 0; t < batch.length(index); t++) {
            kernel.normalise(
                    site.statistics, batch.values(), at, space.x[g][t], space.present[g][t]);
            at += site.width();
        }
    }

    private void putErrors(SequenceBatch batch, int index, int g) {
        int last = batch.length(index) - 1;
        Arrays.fill(space.earlier, 0);
        Arrays.fill(space.last, 0);
        for (int t = 0; t < last; t++) {
            addErrors(g, t, space.earlier);
        }
        addErrors(g, last, space.last);
        double lastErrors = sum(space.last, ERRORS);
        double lastCount = sum(space.last, COUNT);
        double count = Math.max(lastCount + sum(space.earlier, COUNT), 1);
        batch.putErrors(
                index,
                lastErrors / Math.max(lastCount, 1),
                (lastErrors + sum(space.earlier, ERRORS)) / count,
                (sum(space.last, SQUARES) + sum(space.earlier, SQUARES)) / count);
    }

    private void addErrors(int g, int step, float[] sums) {
        kernel.errors(
                space.width,
                space.x[g][step],
                space.present[g][step],
                space.reconstruction[step],
                sums);
    }

    private static double sum(float[] sums, int from) {
        double sum = 0;
        for (int i = from; i < from + Kernel.TERMS; i++) {
            sum += sums[i];
        }
        return sum;
    }
}
