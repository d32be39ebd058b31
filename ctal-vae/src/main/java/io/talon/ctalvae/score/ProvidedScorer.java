// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import io.talon.ctalvae.model.SiteModel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes batches through a provider's forward pass, together what shares a site and a length. */
final class ProvidedScorer extends OnePassScorer {
    private final ScoringEngine engine;
    private final BatchReconstructor reconstructor;
    private float[] x = {};
    private float[] present = {};
    private float[] reconstruction = {};
    private float[] latent = {};

    ProvidedScorer(ScoringEngine engine, BatchReconstructor reconstructor) {
        this.engine = engine;
        this.reconstructor = reconstructor;
    }

    /** What goes through the network together. */
    private record Group(PreparedSite site, int length) {}

    @Override
    void run(SequenceBatch batch, boolean calibrated, ReconstructionDetails details) {
        Map<Group, int[]> groups = new LinkedHashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            batch.site(i).check(engine, i);
            Group group = new Group(batch.site(i), batch.length(i));
            groups.merge(group, new int[] {i}, ProvidedScorer::joined);
        }
        groups.forEach((group, indices) -> run(batch, group, indices, calibrated, details));
    }

    private static int[] joined(int[] some, int[] more) {
        int[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    private void run(
            SequenceBatch batch,
            Group group,
            int[] indices,
            boolean calibrated,
            ReconstructionDetails details) {
        SiteModel model = group.site().model();
        int room = group.length() * group.site().width();
        int latentWidth = model.core().shape().latent();
        grow(indices.length * room, indices.length * latentWidth);
        for (int g = 0; g < indices.length; g++) {
            normalise(batch, indices[g], room, g);
        }
        reconstructor.reconstruct(model, indices.length, group.length(), x, reconstruction, latent);
        for (int g = 0; g < indices.length; g++) {
            int index = indices[g];
            putErrors(batch, index, g * room, room);
            if (calibrated) {
                batch.calibrate(index);
            }
            if (details != null && details.chooses(index)) {
                details.put(index, x, present, reconstruction, g * room, latent, g * latentWidth);
            }
        }
    }

    private void grow(int values, int latents) {
        if (x.length < values) {
            x = new float[values];
            present = new float[values];
            reconstruction = new float[values];
        }
        if (latent.length < latents) {
            latent = new float[latents];
        }
    }

    private void normalise(SequenceBatch batch, int index, int room, int g) {
        float[] values = new float[room];
        float[] there = new float[room];
        batch.site(index)
                .model()
                .site()
                .normaliser()
                .normalise(batch.values(), batch.offset(index), batch.length(index), values, there);
        System.arraycopy(values, 0, x, g * room, room);
        System.arraycopy(there, 0, present, g * room, room);
    }

    private void putErrors(SequenceBatch batch, int index, int from, int room) {
        int last = from + room - batch.site(index).width();
        double squares = 0;
        double earlier = 0;
        double errors = 0;
        double count = 0;
        double lastCount = 0;
        for (int i = from; i < from + room; i++) {
            if (i == last) {
                earlier = errors;
            }
            double difference = ((double) x[i] - reconstruction[i]) * present[i];
            errors += difference * difference;
            squares += (double) x[i] * x[i];
            count += present[i];
            lastCount += i >= last ? present[i] : 0;
        }
        batch.putErrors(
                index,
                (errors - earlier) / Math.max(lastCount, 1),
                errors / Math.max(count, 1),
                squares / Math.max(count, 1));
    }
}
