// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.model;

import java.time.Instant;

/**
 * A base model that the service knows.
 *
 * @param sha256 of its manifest, lower-case hexadecimal: what adaptors name their model by
 * @param label what its maker called it
 * @param profile of its features
 * @param version of its newest release; null: it was never released
 * @param released when that was
 * @param releasedBy who did it
 * @param base whether it is what sites without an adaptor run
 * @param shipped whether it came with this version of Talon
 */
record ModelView(
        String sha256,
        String label,
        String profile,
        Long version,
        Instant released,
        String releasedBy,
        boolean base,
        boolean shipped) {}
