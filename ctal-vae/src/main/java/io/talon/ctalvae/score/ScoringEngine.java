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

    /**
     * The fastest engine that this JVM offers, or the one that the system property {@code
     * talon.engine} names; chosen and logged once.
     */
    static ScoringEngine best() {
        return Engines.BEST;
    }

    /** Plain Java, on every JVM. */
    static ScoringEngine scalar() {
        return Engines.SCALAR;
    }

    /**
     * An engine by its name: {@code vector}, {@code scalar}, {@code nd4j} or that of another {@link
     * EngineProvider} on the class path.
     *
     * @throws IllegalArgumentException if there is none or the JVM lacks what it needs; says what
     */
    static ScoringEngine named(String name) {
        return Engines.named(name);
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
