// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

/**
 * Brings an engine that {@link ScoringEngine#named} finds by a {@link java.util.ServiceLoader}.
 * Loading a provider must not need the libraries of its engine; only what it supplies may.
 */
public interface EngineProvider {
    /** The engine's name, lower case. */
    String name();

    /**
     * A reconstructor for one thread.
     *
     * @throws LinkageError if a library of the engine is not on the class path
     */
    BatchReconstructor newReconstructor();
}
