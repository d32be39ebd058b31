// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.bundle;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;

/**
 * What a bundle says of itself; signed, and by its hashes with it the files.
 *
 * @param format 1
 * @param key id of the key that signed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record BundleManifest(
        int format,
        String site,
        long version,
        String profile,
        String label,
        String adaptorSha256,
        String reportCardSha256,
        String exportedBy,
        Instant exported,
        String key) {
    static final int FORMAT = 1;
}
