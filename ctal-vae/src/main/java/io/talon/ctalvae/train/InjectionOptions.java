// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.train;

/**
 * How anomalies are injected into benign sequences.
 *
 * @param share probability that a feature is changed
 * @param smallestShift smallest shift of a shifted feature, in normalised units
 * @param largestShift largest shift of a shifted feature, in normalised units
 */
public record InjectionOptions(double share, double smallestShift, double largestShift) {

    public InjectionOptions {
        Checks.share("share of changed features", share);
        Checks.notNegative("smallest shift", smallestShift);
        if (largestShift < smallestShift) {
            throw new IllegalArgumentException(
                    "largest shift " + largestShift + " is below the smallest, " + smallestShift);
        }
    }

    /** Three features in ten, shifts of 1.5 to 5. */
    public static InjectionOptions defaults() {
        return new InjectionOptions(0.3, 1.5, 5);
    }
}
