// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import io.talon.ctalvae.model.SiteModel;

/**
 * A way to compute the network. All agree to 1e-6 with double precision; they differ in speed and
 * in what they ask of the JVM. Thread-safe.
 *
 * <pre>{@code
 * ScoringEngine engine = ScoringEngine.best();          // one per process
 * PreparedSite site = engine.prepare(model);            // once per site and release, shared
 * BatchScorer scorer = engine.newScorer();              // one per thread
 * SequenceBatch batch = new SequenceBatch(256, 10);     // one per thread
 * batch.add(site, sequence);
 * scorer.score(batch);
 * batch.p(0);
 * }</pre>
 */
public interface ScoringEngine {

    /** The fastest engine that this JVM offers; chosen and logged once. */
    static ScoringEngine best() {
        return Engines.BEST;
    }

    /** Plain Java, on every JVM. */
    static ScoringEngine scalar() {
        return Engines.SCALAR;
    }

    /** Short name for logs and reports. */
    String name();

    /**
     * Lays a model's weights out for this engine. Sites that share a core share its layout.
     *
     * @throws IllegalArgumentException if a weight is not finite; names the tensor
     */
    PreparedSite prepare(SiteModel model);

    /** A scorer with scratch memory of its own. */
    BatchScorer newScorer();
}
