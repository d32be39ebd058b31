// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.model;

/** How much of a site a model has seen. */
public enum Maturity {
    /** Nothing: the generic adaptor, normaliser and calibration of the base model. */
    GENERIC,
    /**
     * Declared-benign flows: normaliser and calibration are the site's own, the adaptor is generic.
     */
    CALIBRATED,
    /** Triplets too: the adaptor is the site's own. */
    ADAPTED
}
