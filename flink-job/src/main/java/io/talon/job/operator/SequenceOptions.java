// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import java.io.Serializable;
import java.time.Duration;

/**
 * How destinations are kept.
 *
 * @param lateness how much earlier than the newest flow of its destination a flow may end
 * @param expiry how long an idle destination is kept, in event time
 * @param destinationsPerTenant most destinations of a tenant that are kept, over all tasks; beyond,
 *     one that was not used lately is forgotten
 * @param cachedDestinations destinations that each task holds on the heap in front of a state
 *     backend that keeps bytes
 * @param scoresPerSecond most flows of a destination that are scored per second of event time
 */
public record SequenceOptions(
        Duration lateness,
        Duration expiry,
        int destinationsPerTenant,
        int cachedDestinations,
        int scoresPerSecond)
        implements Serializable {

    public SequenceOptions {
        if (destinationsPerTenant < 1) {
            throw new IllegalArgumentException(
                    "%d destinations to be kept per tenant, at least 1 is needed"
                            .formatted(destinationsPerTenant));
        }
        if (cachedDestinations < 1) {
            throw new IllegalArgumentException(
                    "%d destinations to be held on the heap, at least 1 is needed"
                            .formatted(cachedDestinations));
        }
        if (scoresPerSecond < 1) {
            throw new IllegalArgumentException(
                    "%d flows a second to be scored per destination, at least 1 is needed"
                            .formatted(scoresPerSecond));
        }
    }

    long latenessMicros() {
        return lateness.toMillis() * 1000;
    }

    long expiryMillis() {
        return expiry.toMillis();
    }
}
