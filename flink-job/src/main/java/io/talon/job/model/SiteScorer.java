// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.model;

import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.score.Scorer;

/** A model and a scorer of it. Not thread-safe, as the scorer. */
public record SiteScorer(SiteModel model, Scorer scorer) {

    static SiteScorer of(SiteModel model) {
        return new SiteScorer(model, model.newScorer());
    }
}
