// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.site;

import io.talon.ctalvae.adapt.AdaptationException;
import io.talon.ctalvae.adapt.SiteTeacher;
import io.talon.ctalvae.adapt.Triplet;
import io.talon.ctalvae.calibrate.ThresholdRule;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.sequence.Sequence;
import io.talon.ctalvae.train.AdaptationOptions;
import io.talon.ctalvae.train.TrainingProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A site taught with random triplets.
 *
 * @param model the base model as taught
 * @param negatives the triplets' negatives
 */
public record Teaching(SiteModel model, List<Sequence> negatives) {

    /**
     * Teaches the base model.
     *
     * @param benign declared benign, in the order of time
     * @param attacks to draw negatives from
     * @param k number of triplets
     */
    public static Teaching of(
            SiteModel base, List<Sequence> benign, List<Sequence> attacks, int k, long seed) {
        Random random = new Random(seed);
        List<Sequence> negatives = new ArrayList<>();
        List<Triplet> triplets = new ArrayList<>();
        for (int i = 0; i < k && !attacks.isEmpty(); i++) {
            Sequence negative = pick(attacks, random);
            negatives.add(negative);
            triplets.add(
                    new Triplet(
                            pick(benign, random).uid(),
                            pick(benign, random).uid(),
                            negative.uid()));
        }
        try {
            return new Teaching(
                    base.withSite(
                            new SiteTeacher(
                                            base,
                                            AdaptationOptions.defaults(),
                                            ThresholdRule.defaults())
                                    .teach(negatives, triplets, benign, TrainingProgress.SILENT)),
                    negatives);
        } catch (AdaptationException e) {
            throw new IllegalStateException("the simulated site cannot be taught", e);
        }
    }

    private static Sequence pick(List<Sequence> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
