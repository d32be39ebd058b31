// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import io.talon.ctalvae.model.SiteModel;

/** An engine around a provider's forward pass. */
final class ProvidedEngine implements ScoringEngine {
    private final EngineProvider provider;

    ProvidedEngine(EngineProvider provider) {
        this.provider = provider;
    }

    @Override
    public String name() {
        return provider.name();
    }

    @Override
    public PreparedSite prepare(SiteModel model) {
        FiniteWeights.check(model);
        return new PreparedSite(model, this);
    }

    @Override
    public BatchScorer newScorer() {
        return new ProvidedScorer(this, provider.newReconstructor());
    }
}
