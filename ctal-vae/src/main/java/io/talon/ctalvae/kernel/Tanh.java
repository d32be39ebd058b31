// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.kernel;

/**
 * tanh(x) = x · P(x²) / Q(x²) for |x| ≤ {@link #LIMIT}, its largest relative error 1.3e-7 in exact
 * arithmetic and 4e-7 in float; found as in {@code src/test/golden/tanh.py}. Q begins with x⁸: an
 * addition, which processors do beside multiply-adds, where there was one of these.
 */
final class Tanh {
    /** Beyond this tanh is ±1 in float. */
    static final float LIMIT = 7.9f;

    static final float P0 = 4.011956267e+06f;
    static final float P1 = 5.189232658e+05f;
    static final float P2 = 1.187729325e+04f;
    static final float P3 = 4.626525987e+01f;
    static final float Q0 = 4.011956792e+06f;
    static final float Q1 = 1.856237919e+06f;
    static final float Q2 = 9.570156016e+04f;
    static final float Q3 = 9.629182773e+02f;

    private Tanh() {}
}
