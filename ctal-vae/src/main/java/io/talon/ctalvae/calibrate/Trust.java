// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.calibrate;

/**
 * How far what a few known anomalies say is followed, the rest being what benign flows alone say.
 * One anomaly looks strange in one or two respects; the site's other attacks need not.
 */
final class Trust {
    /** As many negatives as the triplets that an analyst is asked for. */
    private static final int WHOLE = 5;

    private Trust() {}

    /**
     * @param anomalies how many are known
     * @return 0 for none, 1 for five or more
     */
    static double in(int anomalies) {
        return Math.min(1, (double) anomalies / WHOLE);
    }
}
