// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.model;

import io.talon.ctalvae.io.ModelFormatException;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.score.PreparedSite;
import io.talon.ctalvae.score.ScoringEngine;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The weights of all tasks of this process, each once, by their hash: a model or adaptor never
 * changes, and its weights are laid out for the engine at 17 to 30 kB. Weights that no task holds
 * on to are dropped. Thread-safe.
 */
final class PreparedSites {

    private static final ConcurrentMap<String, WeakReference<PreparedSite>> BY_HASH =
            new ConcurrentHashMap<>();

    private PreparedSites() {}

    /** Reads a site's model when nobody has it yet. */
    @FunctionalInterface
    interface Opening {
        SiteModel open() throws ModelFormatException;
    }

    /** The weights of this hash. */
    static PreparedSite of(String hash, Opening opening) throws ModelFormatException {
        WeakReference<PreparedSite> known = BY_HASH.get(hash);
        PreparedSite site = known == null ? null : known.get();
        if (site == null) {
            site = ScoringEngine.best().prepare(opening.open());
            BY_HASH.values().removeIf(reference -> reference.get() == null);
            BY_HASH.put(hash, new WeakReference<>(site));
        }
        return site;
    }
}
