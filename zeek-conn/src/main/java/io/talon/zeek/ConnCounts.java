// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.zeek;

import java.util.Set;

/**
 * What a {@link ConnReader} has done so far. {@code read + skipped + rejected == lines}, always.
 *
 * @param unknownColumns names of columns that were ignored, each once, in the order in which they
 *     were met
 */
public record ConnCounts(
        long lines, long read, long skipped, long rejected, Set<String> unknownColumns) {

    /** Checks that the counts add up. */
    public ConnCounts {
        if (read + skipped + rejected != lines) {
            throw new IllegalArgumentException(
                    "read %d + skipped %d + rejected %d is not lines %d"
                            .formatted(read, skipped, rejected, lines));
        }
    }
}
