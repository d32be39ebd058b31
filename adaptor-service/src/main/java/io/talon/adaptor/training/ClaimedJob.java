// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.training;

import java.util.UUID;

/**
 * A job that this instance runs.
 *
 * @param attempt which one; nobody else runs the same attempt
 */
record ClaimedJob(
        UUID id, String tenant, UUID site, String request, String createdBy, int attempt) {}
