// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.online;

import io.talon.ctalvae.train.AdaptationOptions;

/**
 * How a site is followed.
 *
 * @param thresholdEvery low-score flows between two settings of the threshold; 0 = never
 * @param normaliserEvery low-score flows between two settings of the statistics; 0 = never
 * @param adaptorAfter low-score flows since a drift before the adaptors are taught again; 0 = never
 * @param window low-score flows that the clocks look at
 * @param replay approved benign flows that every new setting must still fit
 * @param thresholdReach largest factor between the followed and the approved scale of errors, above
 *     1
 * @param normaliserRate part of the way that the statistics go at each setting, in (0, 1]
 * @param normaliserReach furthest that a median goes from the approved one, in approved scales
 * @param strangers a client is a stranger at a service if fewer than this share of approved benign
 *     flows are as surprising there; what strangers do is learnt only once an analyst has cleared
 *     one of their flows; 0 = learn from everybody
 * @param guard share of the known anomalies found before that must still be found after a setting
 * @param adaptation of the adaptors; its pull towards the present adaptors is the L2-SP term
 */
public record OnlineOptions(
        int thresholdEvery,
        int normaliserEvery,
        int adaptorAfter,
        int window,
        int replay,
        double thresholdReach,
        double normaliserRate,
        double normaliserReach,
        double strangers,
        double guard,
        AdaptationOptions adaptation) {

    public OnlineOptions {
        if (thresholdEvery < 0 || normaliserEvery < 0 || adaptorAfter < 0 || window < 50) {
            throw new IllegalArgumentException(
                    "clocks must not be negative and the window at least 50 flows: %d, %d, %d, %d"
                            .formatted(thresholdEvery, normaliserEvery, adaptorAfter, window));
        }
        if (!(thresholdReach > 1 && normaliserRate > 0 && normaliserRate <= 1)) {
            throw new IllegalArgumentException(
                    "the threshold's reach must exceed 1 and the statistics' rate lie in (0, 1]: "
                            + thresholdReach
                            + ", "
                            + normaliserRate);
        }
    }

    /** All three clocks, and no learning from strangers. */
    public static OnlineOptions defaults() {
        return new OnlineOptions(
                200, 1000, 600, 1000, 500, 2, 0.5, 3, 0.01, 0.95, AdaptationOptions.defaults());
    }

    /** With other clocks; 0 stops one. */
    public OnlineOptions withClocks(int threshold, int normaliser, int adaptor) {
        return with(threshold, normaliser, adaptor, strangers);
    }

    /** With another share below which a client is a stranger; 0 learns from everybody. */
    public OnlineOptions withStrangers(double share) {
        return with(thresholdEvery, normaliserEvery, adaptorAfter, share);
    }

    private OnlineOptions with(int threshold, int normaliser, int adaptor, double share) {
        return new OnlineOptions(
                threshold,
                normaliser,
                adaptor,
                window,
                replay,
                thresholdReach,
                normaliserRate,
                normaliserReach,
                share,
                guard,
                adaptation);
    }
}
