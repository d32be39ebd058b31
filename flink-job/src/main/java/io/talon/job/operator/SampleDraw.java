// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.operator;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Draws sequences to be kept whole: of each site at most one per interval, so that a quiet site is
 * seen as well as a busy one. Kept in memory and not in state: after a restart other sequences may
 * be drawn. Not thread-safe.
 */
final class SampleDraw {

    /** Of so many sites that were drawn from last the time is known; of others it is forgotten. */
    private static final int SITES = 20_000;

    private final long intervalMillis;
    private final Map<String, Long> drawnAt =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                    return size() > SITES;
                }
            };

    SampleDraw(Duration interval) {
        intervalMillis = interval.toMillis();
    }

    /**
     * Whether the site's present sequence is drawn.
     *
     * @param site {@code tenant|site}
     * @param nowMillis clock time
     */
    boolean draws(String site, long nowMillis) {
        Long before = drawnAt.get(site);
        if (before != null && nowMillis - before < intervalMillis && nowMillis >= before) {
            return false;
        }
        drawnAt.remove(site); // in the order of drawing; to look, for every flow, moves nothing
        drawnAt.put(site, nowMillis);
        return true;
    }
}
