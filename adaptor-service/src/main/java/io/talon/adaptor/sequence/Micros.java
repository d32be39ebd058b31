// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.sequence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times of sequences: microseconds since the epoch there, instants here. */
final class Micros {
    private Micros() {}

    static Instant time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    static long of(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
