// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.type;

/**
 * An anomaly whose kind is known.
 *
 * @param type name of its kind
 * @param site where it was seen; anomalies of a site resemble each other
 * @param place where it lies, see {@link TypePlace}; not to be written to
 */
public record Example(String type, String site, float[] place) {}
