// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.training;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;

/**
 * A job as the API shows it.
 *
 * @param ahead jobs of the tenant before it in the queue; null once it runs
 * @param adaptor its version, once done
 * @param problem why it failed, as a problem document
 */
record JobView(
        UUID id,
        String site,
        JobState state,
        String phase,
        int step,
        int steps,
        Double loss,
        Long ahead,
        int triplets,
        int benign,
        Long adaptor,
        String verdict,
        @JsonRawValue String problem,
        int attempts,
        Instant created,
        String createdBy,
        Instant started,
        Instant ended) {

    static JobView of(TrainingJob job, String site, Long ahead) {
        return new JobView(
                job.id,
                site,
                job.state(),
                job.phase,
                job.step,
                job.steps,
                job.loss,
                ahead,
                job.triplets,
                job.benign,
                job.adaptor,
                job.verdict,
                job.problem,
                job.attempts,
                job.created,
                job.createdBy,
                job.started,
                job.ended);
    }
}
