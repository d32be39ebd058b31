// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import io.talon.ctalvae.model.Normaliser;
import java.util.List;
import java.util.Random;

/**
 * Makes anomalies out of benign sequences: some features are shifted or taken from elsewhere, so
 * that what remains no longer fits together. Not thread-safe.
 */
final class AnomalyInjector {
    private final InjectionOptions options;
    private final List<TrainingSequence> donors;
    private final Random random;

    AnomalyInjector(InjectionOptions options, List<TrainingSequence> donors, Random random) {
        this.options = options;
        this.donors = donors;
        this.random = random;
    }

    /** A copy of the sequence in which at least one feature was changed. */
    TrainingSequence inject(TrainingSequence benign) {
        float[] values = benign.copyOfValues();
        float[] present = benign.copyOfPresent();
        int sure = random.nextInt(benign.width());
        for (int f = 0; f < benign.width(); f++) {
            if (f == sure || random.nextDouble() < options.share()) {
                change(f, benign.length(), benign.width(), values, present);
            }
        }
        return new TrainingSequence(benign.length(), benign.width(), values, present);
    }

    private void change(int feature, int length, int width, float[] values, float[] present) {
        TrainingSequence donor = donors.get(random.nextInt(donors.size()));
        int way = random.nextInt(3);
        double size =
                options.smallestShift()
                        + random.nextDouble() * (options.largestShift() - options.smallestShift());
        float shift = (float) (random.nextBoolean() ? size : -size);
        for (int t = 0; t < length; t++) {
            int i = t * width + feature;
            if (way == 0) {
                values[i] = Normaliser.clip(values[i] + shift);
                present[i] = 1;
            } else {
                int step = way == 1 ? donor.length() - 1 : t % donor.length();
                values[i] = donor.value(step, feature);
                present[i] = donor.present(step, feature) ? 1 : 0;
            }
        }
    }
}
