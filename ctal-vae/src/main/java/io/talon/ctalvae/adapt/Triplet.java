// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.adapt;

import java.util.Objects;
import java.util.stream.Stream;

/**
 * What an analyst says: this flow is ordinary, so is that one, and this other one is not. A uid
 * names the sequence that ends with that flow.
 *
 * @param anchor uid of an ordinary flow
 * @param positive uid of another ordinary flow; null = the anchor with noise
 * @param negative uid of an anomalous flow; null = the anchor with an injected anomaly
 */
public record Triplet(String anchor, String positive, String negative) {

    public Triplet {
        Objects.requireNonNull(anchor, "anchor");
    }

    /** The uids that are named. */
    public Stream<String> uids() {
        return Stream.of(anchor, positive, negative).filter(Objects::nonNull);
    }
}
