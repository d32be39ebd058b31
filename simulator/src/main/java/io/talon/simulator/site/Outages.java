// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.site;

import io.talon.simulator.traffic.Ending;
import io.talon.simulator.traffic.Micros;
import io.talon.simulator.traffic.Rng;

/**
 * When a server is down, and what its clients see then. A function of time, so that all clients see
 * the same.
 */
final class Outages {

    private static final long BLOCK = 12 * Micros.HOUR;

    private final long seed;
    private final double perBlock;

    Outages(Rng rng, double perDay) {
        seed = rng.nextLong();
        perBlock = perDay * BLOCK / Micros.DAY;
    }

    /** How an attempt at this time fails, or null while the server is up. */
    Ending at(long now) {
        long block = Math.floorDiv(now, BLOCK);
        Rng rng = new Rng(Rng.mix(seed ^ block));
        if (!rng.chance(perBlock)) {
            return null;
        }
        long lasting = Micros.ofSeconds(Math.min(3600, rng.logNormal(150, 0.8)));
        long from = block * BLOCK + rng.between(0L, BLOCK - lasting);
        boolean refuses = rng.chance(0.6);
        if (now < from || now >= from + lasting) {
            return null;
        }
        return refuses ? Ending.REFUSED : Ending.UNANSWERED;
    }
}
