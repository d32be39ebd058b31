// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

/**
 * Where a target's timeline is cut, as shares of its benign flows that have ended: adapt | embargo
 * | calibrate | embargo | test. Cuts by clock fail where benign use falls into a part of the day.
 * The embargo keeps flows of the same activity from both sides; histories run through.
 *
 * @param adaptEnd end of <i>adapt</i>
 * @param calibrateStart start of <i>calibrate</i>
 * @param calibrateEnd end of <i>calibrate</i>
 * @param testStart start of <i>test</i>
 */
public record Cut(double adaptEnd, double calibrateStart, double calibrateEnd, double testStart) {
    /** 30 % | 2 % | 20 % | 2 % | 46 %. */
    public static final Cut DEFAULT = new Cut(0.30, 0.32, 0.52, 0.54);

    public Cut {
        if (!(0 < adaptEnd
                && adaptEnd <= calibrateStart
                && calibrateStart < calibrateEnd
                && calibrateEnd <= testStart
                && testStart < 1)) {
            throw new IllegalArgumentException(
                    "cuts must be in order within (0, 1): %s, %s, %s, %s"
                            .formatted(adaptEnd, calibrateStart, calibrateEnd, testStart));
        }
    }
}
