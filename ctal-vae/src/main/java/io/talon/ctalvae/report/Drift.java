// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.report;

import io.talon.ctalvae.model.Adaptor;
import io.talon.ctalvae.model.AdaptorTensor;

/** How far an adaptor has moved from another. */
final class Drift {
    private Drift() {}

    /** L2 distance of all weights, relative to the norm of {@code from}'s. */
    static double between(Adaptor from, Adaptor to) {
        double distance = 0;
        double norm = 0;
        for (AdaptorTensor tensor : AdaptorTensor.values()) {
            float[] a = tensor.of(from);
            float[] b = tensor.of(to);
            for (int i = 0; i < a.length; i++) {
                double d = (double) b[i] - a[i];
                distance += d * d;
                norm += (double) a[i] * a[i];
            }
        }
        return norm == 0 ? 0 : Math.sqrt(distance / norm);
    }
}
