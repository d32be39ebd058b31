// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.report;

import io.talon.ctalvae.adapt.AdaptationException;
import io.talon.ctalvae.adapt.Triplet;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.ctalvae.train.AdaptationOptions;
import io.talon.ctalvae.train.TrainingProgress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Teaches a made-up site and examines it, for nothing but that the JVM has loaded and compiled what
 * does so: the first site that a process teaches takes two to three times as long as later ones.
 * Its flows are those of the {@link GuardSet}, whose exfiltration is what is not ordinary there.
 */
public final class Rehearsal {
    private static final int TRIPLETS = 5;
    private static final String STRANGE = "exfiltration";

    private Rehearsal() {}

    /**
     * @param steps of each fit
     * @param progress told of the steps, in the caller's thread; what it throws ends the rehearsal
     */
    public static void run(int steps, TrainingProgress progress) {
        SiteModel base = SiteModel.base();
        Material material = material();
        try {
            Trial trial =
                    Trial.of(
                            base,
                            AdaptationOptions.defaults().withSteps(steps),
                            material,
                            progress);
            SiteModel taught = base.withSite(trial.taught().parts());
            new Examination(base, base)
                    .examine(
                            taught,
                            trial.taught().network(),
                            material.held(),
                            material.negatives(),
                            trial.influence(),
                            List.of());
        } catch (AdaptationException e) {
            throw new IllegalStateException("what is rehearsed can be taught", e);
        }
    }

    private static Material material() {
        List<Sequence> ordinary = new ArrayList<>();
        List<Sequence> strange = new ArrayList<>();
        for (GuardSet.Family family : GuardSet.families()) {
            (family.attack().equals(STRANGE) ? strange : ordinary).addAll(family.sequences());
        }
        ordinary.sort(Comparator.comparingLong(Sequence::endMicros));
        List<Triplet> triplets = new ArrayList<>();
        for (int i = 0; i < TRIPLETS; i++) {
            triplets.add(
                    new Triplet(
                            ordinary.get(2 * i).uid(),
                            ordinary.get(2 * i + 1).uid(),
                            strange.get(i).uid()));
        }
        return Material.divide(strange, triplets, ordinary);
    }
}
