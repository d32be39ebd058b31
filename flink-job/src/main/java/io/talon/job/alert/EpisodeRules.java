// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.alert;

import java.io.Serializable;
import java.time.Duration;

/**
 * What belongs together.
 *
 * @param gap silence after which the next anomaly of a destination is a new episode
 * @param longest time after which an episode that does not end is told anew
 * @param lateness how long after the gap an episode is called closed, so that late flows still join
 */
public record EpisodeRules(Duration gap, Duration longest, Duration lateness)
        implements Serializable {

    public EpisodeRules {
        if (gap.isNegative() || gap.isZero() || longest.compareTo(gap) < 0) {
            throw new IllegalArgumentException(
                    "the gap between episodes must be positive and no longer than an episode may"
                            + " be: %s, %s".formatted(gap, longest));
        }
    }
}
