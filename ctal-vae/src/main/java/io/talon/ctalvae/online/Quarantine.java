// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.online;

import io.talon.ctalvae.calibrate.Acquaintance;
import io.talon.ctalvae.relation.Relation;
import io.talon.ctalvae.sequence.Exchange;
import io.talon.ctalvae.sequence.Sequence;
import java.util.HashSet;
import java.util.Set;

/**
 * Whose flows are not learnt from: clients that are strangers at a service by what was last
 * approved, never by what was learnt since, until an analyst clears one of their flows. Where
 * strangers are common, as at a public server, one more is none. Time alone releases nobody: an
 * intruder has time. Not thread-safe.
 */
final class Quarantine {
    /** A client and the service it uses. */
    private record Peer(int originator, int responder, int port) {
        static Peer of(Exchange e) {
            return new Peer(e.originator(), e.responder(), e.port());
        }
    }

    private final Acquaintance approved;
    private final double limit;
    private final Set<Peer> released = new HashSet<>();

    /**
     * @param approved what the site knew when it was approved; null if it has no memory, then
     *     nobody is a stranger
     * @param strangers a client is one if fewer than this share of approved benign flows are as
     *     surprising; 0 = nobody is
     */
    Quarantine(Acquaintance approved, double strangers) {
        this.approved = approved;
        this.limit = strangers > 0 ? -Math.log(strangers) : Double.POSITIVE_INFINITY;
    }

    boolean holds(Sequence sequence) {
        Exchange exchange = sequence.exchange();
        return approved != null
                && exchange != null
                && approved.rarity(Relation.CLIENT, exchange) > limit
                && !released.contains(Peer.of(exchange));
    }

    void release(Sequence sequence) {
        if (sequence.exchange() != null) {
            released.add(Peer.of(sequence.exchange()));
        }
    }
}
