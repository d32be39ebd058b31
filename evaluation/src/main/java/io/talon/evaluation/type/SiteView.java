// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.type;

import io.talon.ctalvae.model.Maturity;
import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.model.SiteParts;
import io.talon.ctalvae.score.Explanation;
import io.talon.ctalvae.score.Scorer;
import io.talon.ctalvae.sequence.Sequence;

/**
 * A site as the base model sees it through the site's own statistics, with the generic adaptors:
 * residuals and latents of different sites are in the same coordinates. Not thread-safe.
 */
final class SiteView {
    private final Normaliser statistics;
    private final Scorer scorer;

    SiteView(SiteModel base, Normaliser statistics) {
        this.statistics = statistics;
        SiteParts generic = base.site();
        this.scorer =
                base.withSite(
                                new SiteParts(
                                        generic.adaptor(),
                                        statistics,
                                        generic.calibration(),
                                        Maturity.CALIBRATED))
                        .newScorer();
    }

    Normaliser statistics() {
        return statistics;
    }

    Explanation explain(Sequence sequence) {
        return scorer.explain(sequence);
    }
}
