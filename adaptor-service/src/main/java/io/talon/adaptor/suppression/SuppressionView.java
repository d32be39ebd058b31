// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.suppression;

import java.time.Instant;
import java.util.UUID;

/** A suppression as the API shows it. */
public record SuppressionView(
        UUID id,
        String site,
        String sourceCidr,
        String destinationCidr,
        Integer destinationPort,
        String transport,
        String direction,
        String reason,
        String owner,
        Instant created,
        Instant expires,
        boolean withdrawn) {

    static SuppressionView of(StoredSuppression stored) {
        return new SuppressionView(
                stored.id,
                stored.site,
                stored.sourceCidr,
                stored.destinationCidr,
                stored.destinationPort,
                stored.transport,
                stored.direction,
                stored.reason,
                stored.owner,
                stored.created,
                stored.expires,
                stored.withdrawn);
    }
}
