// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.anomaly;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * What an anomaly is.
 *
 * @param verdict true, benign or expected
 * @param until for expected: when it would be strange again
 */
record NewMark(
        @NotNull @Pattern(regexp = "true|benign|expected") String verdict,
        @Future Instant until,
        @Size(max = 1000) String note) {}
