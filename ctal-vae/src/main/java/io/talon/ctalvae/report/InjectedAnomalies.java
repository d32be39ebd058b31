// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.report;

import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.sequence.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Anomalies made from benign sequences: in each, some features are shifted for all its flows by
 * several of the site's scales. Made apart from those that training makes, so that a candidate is
 * not judged on what it was trained on. The same seed makes the same ones.
 */
final class InjectedAnomalies {
    private static final double SHARE = 0.3;
    private static final double SMALLEST = 2;
    private static final double SPREAD = 4;

    private final Normaliser site;
    private final Random random;

    InjectedAnomalies(Normaliser site, long seed) {
        this.site = site;
        this.random = new Random(seed);
    }

    List<Sequence> from(List<Sequence> benign) {
        List<Sequence> injected = new ArrayList<>(benign.size());
        benign.forEach(sequence -> injected.add(inject(sequence)));
        return injected;
    }

    private Sequence inject(Sequence benign) {
        float[] values = new float[benign.length() * benign.width()];
        benign.copyTo(values);
        int sure = random.nextInt(benign.width());
        for (int f = 0; f < benign.width(); f++) {
            if (f == sure || random.nextDouble() < SHARE) {
                double size = SMALLEST + SPREAD * random.nextDouble();
                double shift = (random.nextBoolean() ? size : -size) * site.scale()[f];
                for (int t = 0; t < benign.length(); t++) {
                    values[t * benign.width() + f] += (float) shift;
                }
            }
        }
        return new Sequence(
                benign.profile(),
                benign.width(),
                values,
                benign.uids(),
                benign.startMicros(),
                benign.endMicros(),
                benign.exchange());
    }
}
