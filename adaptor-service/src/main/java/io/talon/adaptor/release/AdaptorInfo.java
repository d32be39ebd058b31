// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.release;

import java.time.Instant;

/**
 * An adaptor without its content: what a list of them shows.
 *
 * @param version number among the site's adaptors, from 1
 * @param label what its maker called it
 * @param maturity generic, calibrated or adapted
 * @param sha256 of the file, lower-case hexadecimal
 * @param size of the file, in bytes
 * @param uploadedBy name of the API key
 */
public record AdaptorInfo(
        long version,
        String label,
        String maturity,
        String sha256,
        int size,
        Instant uploaded,
        String uploadedBy) {}
