// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.feature;

import java.util.List;

/**
 * A named, ordered, versioned list of features. A profile never changes once released: another list
 * is another id. Its id and hash travel with every model and adaptor, so that weights never meet
 * vectors of another profile. Immutable.
 */
public interface FeatureProfile {

    /** Name and version, e.g. {@code zeek-conn-v1}. */
    String id();

    /** The features in vector order. */
    List<Feature> features();

    /** Lower-case hexadecimal SHA-256 over id and the ordered list (name, unit, scale). */
    String hash();

    /** Number of features. */
    default int width() {
        return features().size();
    }
}
