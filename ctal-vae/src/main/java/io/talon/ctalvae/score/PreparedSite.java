// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import io.talon.ctalvae.model.SiteModel;

/**
 * A site's model with its weights laid out as one engine needs them. Immutable, shared between
 * threads: giving a site another adaptor is swapping one reference to this.
 */
public abstract class PreparedSite {
    private final SiteModel model;

    PreparedSite(SiteModel model) {
        this.model = model;
    }

    /** What was prepared. */
    public SiteModel model() {
        return model;
    }

    /** Which engine it was prepared for. */
    abstract ScoringEngine engine();

    /**
     * @throws IllegalArgumentException if it was prepared for another engine
     */
    void check(ScoringEngine wanted, int index) {
        if (engine() != wanted) {
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
        return model.site().adaptor().width();
    }
}
