// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import io.talon.ctalvae.model.SiteModel;

/** The scalar engine. */
final class ScalarEngine implements ScoringEngine {
    static final ScalarEngine INSTANCE = new ScalarEngine();

    private ScalarEngine() {}

    static final class Site extends PreparedSite {
        private Site(SiteModel model) {
            super(model);
        }
    }

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public PreparedSite prepare(SiteModel model) {
        return new Site(model);
    }

    @Override
    public BatchScorer newScorer() {
        return new ScalarBatchScorer();
    }
}
