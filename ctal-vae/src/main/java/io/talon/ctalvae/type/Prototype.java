// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.type;

import java.util.Arrays;

/**
 * What the examples of one kind of attack have in common. Immutable.
 *
 * @param type name of the kind
 * @param centre mean of its examples, whitened; not to be written to
 * @param distances of held-out examples, squared, ascending; not to be written to
 */
record Prototype(String type, float[] centre, float[] distances) {

    /** Squared distance of a whitened place to the centre. */
    float distance(double[] whitened) {
        double squares = 0;
        for (int i = 0; i < centre.length; i++) {
            double difference = whitened[i] - centre[i];
            squares += difference * difference;
        }
        return (float) squares;
    }

    /** Split-conformal: (examples at least this far + 1) / (examples + 1). */
    double p(float distance) {
        int place = Arrays.binarySearch(distances, distance);
        int first = place >= 0 ? place : -place - 1;
        while (first > 0 && distances[first - 1] >= distance) {
            first--;
        }
        return (distances.length - first + 1.0) / (distances.length + 1);
    }
}
