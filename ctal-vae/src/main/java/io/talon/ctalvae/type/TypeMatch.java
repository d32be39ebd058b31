// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.type;

import java.util.Optional;

/**
 * What an anomaly resembles.
 *
 * @param nearest the nearest known kind
 * @param p share of that kind's own examples that lie at least as far from it, in (0, 1]
 * @param known whether p is large enough to call it that kind
 */
public record TypeMatch(String nearest, double p, boolean known) {
    /** What an anomaly that resembles no known kind is called. */
    public static final String UNKNOWN = "unknown";

    /** The kind, or {@link #UNKNOWN}. */
    public String name() {
        return known ? nearest : UNKNOWN;
    }

    /** The kind; empty if it is none of those known. */
    public Optional<String> type() {
        return known ? Optional.of(nearest) : Optional.empty();
    }
}
