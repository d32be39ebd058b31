// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.report;

/** What is to be done with an adaptor; later ones are worse. */
public enum Verdict {
    /** Nothing speaks against it. */
    PASS,
    /** Somebody should read the reasons first. */
    WARN,
    /** It must not run. */
    FAIL;

    /** The worse of two. */
    public Verdict or(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
