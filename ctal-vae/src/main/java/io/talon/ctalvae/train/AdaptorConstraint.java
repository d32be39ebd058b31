// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

import io.talon.ctalvae.model.AdaptorTensor;

/** What of the adaptors may move: called after every gradient step to put back what may not. */
@FunctionalInterface
public interface AdaptorConstraint {
    /** Everything may move. */
    AdaptorConstraint NONE = (tensor, start, now, rows, columns) -> {};

    /**
     * Brings a tensor back to what is allowed.
     *
     * @param start the tensor before adaptation, row-major [rows × columns]; not to be written to
     * @param now the tensor after the step, changed in place
     */
    void keep(AdaptorTensor tensor, double[] start, double[] now, int rows, int columns);
}
