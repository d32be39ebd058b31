// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.adapt;

import io.talon.ctalvae.train.AdaptationOptions;

/** Named ways to teach a site. */
public enum Recipe {
    /**
     * What ships: error hinges on negatives and injected anomalies, the site's memory, and weights
     * from the negatives.
     */
    SITE(true) {
        @Override
        public AdaptationOptions options() {
            return AdaptationOptions.defaults();
        }
    },
    /** As {@link #SITE} without the memory: the sequences' features alone. */
    SEQUENCE(false) {
        @Override
        public AdaptationOptions options() {
            return AdaptationOptions.defaults();
        }
    },
    /**
     * As the paper has it (arXiv 2501.15365): reconstruction, KL and cosine contrast, nothing else.
     */
    PAPER(false) {
        @Override
        public AdaptationOptions options() {
            return AdaptationOptions.defaults().withHinges(0, 0);
        }
    };

    private final boolean remembers;

    Recipe(boolean remembers) {
        this.remembers = remembers;
    }

    /** How the adaptors are fitted. */
    public abstract AdaptationOptions options();

    /** Whether the site gets a memory of its benign exchanges. */
    public boolean remembers() {
        return remembers;
    }
}
