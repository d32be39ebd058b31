// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.training;

import io.talon.ctalvae.train.AdaptationOptions;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What is to be trained.
 *
 * @param triplets ids; null: all that are accepted
 * @param benignFrom sequences in Elasticsearch from here on are declared benign, except anomalies;
 *     null: none, or of the last week when none were uploaded
 * @param benignTo up to here; null: now
 * @param maxSeconds after which the job is ended; default 60
 * @param steps gradient steps; default as {@link AdaptationOptions#defaults}
 * @param seed of batches and noise; default 1000
 */
record NewJob(
        @Size(max = 500) List<UUID> triplets,
        Instant benignFrom,
        Instant benignTo,
        @Min(1) @Max(600) Integer maxSeconds,
        @Min(1) @Max(1000) Integer steps,
        Long seed) {
    private static final int SECONDS = 60;
    private static final int STEPS = AdaptationOptions.defaults().steps();
    private static final long SEED = 1000;

    /** All accepted triplets, and every default. */
    static final NewJob DEFAULT = new NewJob(null, null, null, null, null, null);

    NewJob {
        maxSeconds = maxSeconds == null ? Integer.valueOf(SECONDS) : maxSeconds;
        steps = steps == null ? Integer.valueOf(STEPS) : steps;
        seed = seed == null ? Long.valueOf(SEED) : seed;
    }
}
