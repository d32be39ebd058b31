// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.report;

import io.talon.ctalvae.adapt.SiteTeacher;
import io.talon.ctalvae.calibrate.Calibration;
import io.talon.ctalvae.calibrate.ErrorSample;
import io.talon.ctalvae.calibrate.ThresholdRule;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.model.SiteParts;
import io.talon.ctalvae.score.ScalarReconstructor;
import io.talon.ctalvae.score.SequenceErrors;
import java.util.Optional;

/** A candidate as its network sees a site, without the site's memory of who talks to whom. */
final class NetworkAlone {
    /** Beyond all but this share of the benign sequences nothing looks ordinary. */
    private static final double ORDINARY = 0.05;

    private NetworkAlone() {}

    /**
     * The candidate itself if it has no memory; nothing if there is too little to calibrate on.
     *
     * @param known what its network's errors mean, from teaching; null if it was taught elsewhere:
     *     then learnt from the evidence, which is less
     */
    static Optional<SiteModel> of(SiteModel candidate, Calibration known, Evidence evidence) {
        SiteParts site = candidate.site();
        if (site.calibration().fusion().acquaintance() == null) {
            return Optional.of(candidate);
        }
        if (known == null && evidence.benign().size() < SiteTeacher.LEAST_BENIGN) {
            return Optional.empty();
        }
        Calibration alone = known == null ? learnt(candidate, evidence) : known;
        return Optional.of(
                candidate.withSite(
                        new SiteParts(site.adaptor(), site.normaliser(), alone, site.maturity())));
    }

    /**
     * The same, flagging whatever does not look ordinary. A threshold says less: it lies where
     * benign sequences and negatives are best divided, which may be far above the benign ones.
     */
    static SiteModel flaggingTheUnusual(SiteModel alone) {
        SiteParts site = alone.site();
        Calibration known = site.calibration();
        Calibration lower =
                new Calibration(
                        known.fusion(), known.probability(), Math.max(known.threshold(), ORDINARY));
        return alone.withSite(
                new SiteParts(site.adaptor(), site.normaliser(), lower, site.maturity()));
    }

    private static Calibration learnt(SiteModel candidate, Evidence evidence) {
        SequenceErrors errors =
                new SequenceErrors(
                        candidate.core(),
                        candidate.site().adaptor(),
                        candidate.site().normaliser(),
                        new ScalarReconstructor(candidate.core().shape()));
        return Calibration.fit(
                new ErrorSample().add(errors, evidence.benign()),
                new ErrorSample().add(errors, evidence.negatives()),
                ThresholdRule.defaults());
    }
}
