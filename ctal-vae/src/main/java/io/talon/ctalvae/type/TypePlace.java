// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.type;

import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.sequence.Sequence;

/**
 * Where an anomaly lies among others: the mean and the last flow of its sequence in the site's own
 * units, sign(x)·ln(1 + |x|). No part of it comes from the network, which learns benign traffic and
 * drops what is new about an attack.
 */
public final class TypePlace {
    private TypePlace() {}

    /** The place of an anomaly, [mean flow + last flow]; what is missing counts as typical. */
    public static float[] of(Normaliser site, Sequence anomaly) {
        int width = anomaly.width();
        int length = anomaly.length();
        float[] values = new float[length * width];
        site.normalise(anomaly, values, new float[values.length]);
        float[] place = new float[2 * width];
        for (int i = 0; i < values.length; i++) {
            place[i % width] += values[i] / length;
        }
        System.arraycopy(values, values.length - width, place, width, width);
        for (int i = 0; i < place.length; i++) {
            place[i] = Math.copySign((float) Math.log1p(Math.abs(place[i])), place[i]);
        }
        return place;
    }
}
