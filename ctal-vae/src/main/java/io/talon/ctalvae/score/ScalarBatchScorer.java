// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import io.talon.ctalvae.model.CoreShape;
import io.talon.ctalvae.model.SiteModel;

/** Scores a batch one sequence after the other. */
final class ScalarBatchScorer implements BatchScorer {
    private CoreShape shape;
    private ScalarReconstructor reconstructor;
    private float[] latent;
    private float[] x = {};
    private float[] present = {};
    private float[] reconstruction = {};

    @Override
    public void measure(SequenceBatch batch) {
        for (int i = 0; i < batch.size(); i++) {
            measure(batch, i);
        }
    }

    @Override
    public void measure(SequenceBatch batch, ReconstructionDetails details) {
        for (int i = 0; i < batch.size(); i++) {
            measure(batch, i);
            details.begin(batch, latent.length);
            int count = batch.length(i) * batch.site(i).width();
            System.arraycopy(x, 0, details.inputs(), batch.offset(i), count);
            System.arraycopy(present, 0, details.presents(), batch.offset(i), count);
            System.arraycopy(reconstruction, 0, details.reconstructions(), batch.offset(i), count);
            System.arraycopy(latent, 0, details.latents(), i * latent.length, latent.length);
        }
    }

    private void measure(SequenceBatch batch, int index) {
        if (!(batch.site(index) instanceof ScalarEngine.Site)) {
            throw new IllegalArgumentException(
                    "the site of sequence " + index + " was prepared by another engine");
        }
        SiteModel model = batch.site(index).model();
        fit(model.core().shape(), batch.longest() * batch.site(index).width());
        int length = batch.length(index);
        model.site()
                .normaliser()
                .normalise(batch.values(), batch.offset(index), length, x, present);
        reconstructor.reconstruct(
                model.core(), model.site().adaptor(), x, length, reconstruction, latent);
        putErrors(batch, index);
    }

    private void fit(CoreShape needed, int values) {
        if (!needed.equals(shape)) {
            shape = needed;
            reconstructor = new ScalarReconstructor(needed);
            latent = new float[needed.latent()];
        }
        if (x.length < values) {
            x = new float[values];
            present = new float[values];
            reconstruction = new float[values];
        }
    }

    private void putErrors(SequenceBatch batch, int index) {
        int width = batch.site(index).width();
        int last = (batch.length(index) - 1) * width;
        double squares = 0;
        double errors = 0;
        double lastErrors = 0;
        int count = 0;
        int lastCount = 0;
        for (int i = 0; i < last + width; i++) {
            if (present[i] != 0) {
                double difference = (double) x[i] - reconstruction[i];
                squares += (double) x[i] * x[i];
                errors += difference * difference;
                count++;
                if (i >= last) {
                    lastErrors += difference * difference;
                    lastCount++;
                }
            }
        }
        batch.putErrors(
                index,
                lastErrors / Math.max(lastCount, 1),
                errors / Math.max(count, 1),
                squares / Math.max(count, 1));
    }
}
