// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.triplet;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What an analyst says.
 *
 * @param anchor uid of an ordinary flow, or id of an anomaly that is none
 * @param positive another ordinary one; null: the anchor with noise
 * @param negative an anomalous one; null: an injected anomaly
 * @param note anything
 */
public record NewTriplet(
        @NotNull @Size(min = 1, max = 100) String anchor,
        @Size(min = 1, max = 100) String positive,
        @Size(min = 1, max = 100) String negative,
        @Size(max = 1000) String note) {}
