// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.type;

import java.util.Arrays;

/**
 * What the examples of one kind of attack have in common. Immutable.
 *
 * @param type name of the kind
 * @param centre mean of its examples' embeddings, shrunk towards that of all; not to be written to
 * @param distances of held-out examples from the centre, 1 − cosine, ascending; not to be written
 *     to
 */
public record Prototype(String type, float[] centre, float[] distances) {

    /** 1 − cosine of an embedding to the centre, 0 to 2. */
    double distance(float[] embedding) {
        double product = 0;
        double squares = 0;
        double own = 0;
        for (int i = 0; i < centre.length; i++) {
            product += (double) centre[i] * embedding[i];
            squares += (double) centre[i] * centre[i];
            own += (double) embedding[i] * embedding[i];
        }
        return 1 - product / Math.max(Math.sqrt(squares * own), 1e-12);
    }

    /** Split-conformal: (examples at least this far + 1) / (examples + 1). */
    double p(double distance) {
        int place = Arrays.binarySearch(distances, (float) distance);
        int first = place >= 0 ? place : -place - 1;
        while (first > 0 && distances[first - 1] >= (float) distance) {
            first--;
        }
        return (distances.length - first + 1.0) / (distances.length + 1);
    }
}
