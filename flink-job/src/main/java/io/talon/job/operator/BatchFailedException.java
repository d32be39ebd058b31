// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

/** Something in a batch cannot be scored; the cause says why, not what. */
final class BatchFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    BatchFailedException(RuntimeException cause) {
        super(cause);
    }
}
