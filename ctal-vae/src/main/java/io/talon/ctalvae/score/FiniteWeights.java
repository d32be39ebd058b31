// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.score;

import io.talon.ctalvae.model.AdaptorTensor;
import io.talon.ctalvae.model.CoreTensor;
import io.talon.ctalvae.model.SiteModel;

/** Refuses weights that would make every score NaN. */
final class FiniteWeights {
    private FiniteWeights() {}

    /**
     * @throws IllegalArgumentException names the tensor and the place
     */
    static void check(SiteModel model) {
        for (CoreTensor tensor : CoreTensor.values()) {
            check(tensor.name(), model.core().tensor(tensor));
        }
        for (AdaptorTensor tensor : AdaptorTensor.values()) {
            check("adaptor " + tensor.name(), tensor.of(model.site().adaptor()));
        }
        check("median", model.site().normaliser().median());
        check("scale", model.site().normaliser().scale());
    }

    private static void check(String name, float[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "the model's "
                                + name
                                + " holds "
                                + values[i]
                                + " at "
                                + i
                                + ": it cannot score; train or adapt it again");
            }
        }
    }
}
