// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.report;

import io.talon.ctalvae.adapt.AdaptationException;
import io.talon.ctalvae.adapt.SiteTeacher;
import io.talon.ctalvae.adapt.Taught;
import io.talon.ctalvae.adapt.Together;
import io.talon.ctalvae.calibrate.ThresholdRule;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.train.AdaptationOptions;
import io.talon.ctalvae.train.TrainingProgress;
import java.util.List;

/**
 * What comes of a site's material.
 *
 * @param taught the site as it is taught by all of it
 * @param influence what each triplet did to that; empty where there are too few or too many
 */
public record Trial(Taught taught, List<Influence> influence) {
    /** Influence is examined with this part of the steps. */
    private static final int INFLUENCE_PART = 10;

    /**
     * Teaches, and examines the influence beside it: where there are two cores, that is known
     * before the last fit of the adaptor is done.
     *
     * @param base what adaptation starts from
     * @param progress told of the steps, in the caller's thread; what it throws ends the work
     * @throws AdaptationException if the material does not suffice
     */
    public static Trial of(
            SiteModel base, AdaptationOptions options, Material material, TrainingProgress progress)
            throws AdaptationException {
        ThresholdRule rule = ThresholdRule.defaults();
        AdaptationOptions quick = options.withSteps(Math.max(1, options.steps() / INFLUENCE_PART));
        return Together.both(
                progress,
                told ->
                        new SiteTeacher(base, options, rule)
                                .remembering(material.further())
                                .learn(
                                        material.flows(),
                                        material.triplets(),
                                        material.benign(),
                                        told),
                told -> new LeaveOneOut(base, quick, rule).examine(material, told),
                Trial::new);
    }
}
