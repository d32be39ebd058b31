// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.sequence;

/**
 * The flow that ends a sequence, seen as an exchange between two hosts: who with whom, for what,
 * how it ended, and how it stands among the destination's flows before it. It is no part of the
 * feature vector; a site's memory compares it with the site's own benign exchanges. Addresses are
 * here as hashes only.
 *
 * @param originator hash of the originator's address, 0 = not known
 * @param responder hash of the responder's address, 0 = not known
 * @param previous originator of the destination's flow before, 0 = none or not known
 * @param port the responder's
 * @param state index of Zeek's connection state in the feature profile, −1 = another or none
 * @param answer ln(1 + payload bytes of the responder), NaN = not known
 * @param pairGap ln(1 + ms) since the end of the last flow kept with the same originator and port,
 *     NaN = none kept
 * @param repeats flows kept with the same originator, port and payload bytes of both sides
 * @param shared flows kept with the same originator
 */
public record Exchange(
        int originator,
        int responder,
        int previous,
        int port,
        int state,
        float answer,
        float pairGap,
        int repeats,
        int shared) {

    /** Hash of an address; the same everywhere and always, never 0. */
    public static int hash(String address) {
        int hash = address.hashCode();
        return hash == 0 ? 1 : hash;
    }
}
