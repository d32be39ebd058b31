// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import io.talon.ctalvae.model.SiteModel;

/**
 * A site's model with its weights laid out as one engine needs them. Immutable, shared between
 * threads: giving a site another adaptor is swapping one reference to this.
 */
public class PreparedSite {
    private final SiteModel model;
    private final ScoringEngine engine;

    /** Here too: the way to the adaptor's is four objects long, none of them in the cache. */
    private final int width;

    PreparedSite(SiteModel model, ScoringEngine engine) {
        this.model = model;
        this.engine = engine;
        this.width = model.site().adaptor().width();
    }

    /** What was prepared. */
    public SiteModel model() {
        return model;
    }

    /**
     * @throws IllegalArgumentException if it was prepared for another engine
     */
    void check(ScoringEngine wanted, int index) {
        if (engine != wanted) {
            throw new IllegalArgumentException(
                    "the site of sequence "
                            + index
                            + " was prepared by another engine than "
                            + wanted.name()
                            + ": prepare it with the engine that made the scorer");
        }
    }

    /** Features per flow. */
    public int width() {
        return width;
    }
}
