// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.training;

/** Ends the work on a job from within: it was cancelled, took too long, or the service stops. */
final class JobEndedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why. */
    enum Reason {
        /** Somebody else decided: it was cancelled, or its lease ran out. */
        NOT_OURS,
        /** Its time is up. */
        TIME_UP,
        /** The service stops; the job is given back. */
        STOPPING
    }

    JobEndedException(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
