// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.suppression;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * What is to be suppressed; a null condition matches everything.
 *
 * @param site null: all sites of the tenant
 * @param expires null: never by itself
 */
public record NewSuppression(
        String site,
        @Size(max = 50) String sourceCidr,
        @Size(max = 50) String destinationCidr,
        @Min(0) @Max(65535) Integer destinationPort,
        @Pattern(regexp = "tcp|udp|icmp") String transport,
        @Pattern(regexp = "inbound|outbound|internal|external") String direction,
        @NotNull @Size(min = 1, max = 1000) String reason,
        @Future Instant expires) {}
