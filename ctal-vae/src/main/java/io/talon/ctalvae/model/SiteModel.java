// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.model;

import io.talon.ctalvae.io.ModelFormatException;
import io.talon.ctalvae.score.Scorer;
import java.nio.file.Path;

/**
 * Everything needed to score a site: core, adaptor, normaliser, calibration, threshold. Immutable,
 * thread-safe.
 */
public final class SiteModel {
    private SiteModel() {}

    /** The model that ships with Talon, trained on simulated sites. Read once. */
    public static SiteModel base() {
        throw new UnsupportedOperationException("the base model has not been trained yet");
    }

    /**
     * Reads a model.
     *
     * @throws ModelFormatException if it is no intact model of a known feature profile; names file,
     *     expected and found
     */
    public static SiteModel load(Path model) throws ModelFormatException {
        throw new UnsupportedOperationException("models cannot be read yet: " + model);
    }

    /**
     * As {@link #load(Path)}, from memory.
     *
     * @param name what the bytes are called in messages
     */
    public static SiteModel load(byte[] model, String name) throws ModelFormatException {
        throw new UnsupportedOperationException("models cannot be read yet: " + name);
    }

    /**
     * This model with a site's adaptor, normaliser and calibration.
     *
     * @throws ModelFormatException if it is no intact adaptor made for this model
     */
    public SiteModel withAdaptor(Path adaptor) throws ModelFormatException {
        throw new UnsupportedOperationException("adaptors cannot be read yet: " + adaptor);
    }

    /**
     * As {@link #withAdaptor(Path)}, from memory.
     *
     * @param name what the bytes are called in messages
     */
    public SiteModel withAdaptor(byte[] adaptor, String name) throws ModelFormatException {
        throw new UnsupportedOperationException("adaptors cannot be read yet: " + name);
    }

    /** Version of the program that made the model, and the seed, e.g. {@code 0.1.0+7}. */
    public String modelVersion() {
        throw new UnsupportedOperationException();
    }

    /** Lower-case hexadecimal SHA-256 of the model's manifest, which covers all its tensors. */
    public String modelSha256() {
        throw new UnsupportedOperationException();
    }

    /** As {@link #modelVersion} for the adaptor; {@code generic} without one. */
    public String adaptorVersion() {
        throw new UnsupportedOperationException();
    }

    /** SHA-256 of the adaptor's manifest; the model's own without an adaptor. */
    public String adaptorSha256() {
        throw new UnsupportedOperationException();
    }

    /** How much of the site the model has seen. */
    public Maturity maturity() {
        throw new UnsupportedOperationException();
    }

    /** A flow is anomalous if its p is below this. */
    public double threshold() {
        throw new UnsupportedOperationException();
    }

    /** A new scorer, for one thread. */
    public Scorer newScorer() {
        throw new UnsupportedOperationException();
    }
}
