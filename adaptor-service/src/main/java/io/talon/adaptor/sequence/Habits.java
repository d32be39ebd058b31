// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.sequence;

import io.talon.ctalvae.sequence.DatedExchange;
import io.talon.ctalvae.sequence.Exchange;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What a site's clients did with its servers while, as somebody declared, nothing happened. An
 * authorised scanner or a client that always fails may be as unlike all else as an attack is; to
 * propose it as one would teach false alarms. Whoever turns to a server that nobody turned to is no
 * habit, whatever the port. Addresses are taken by their hashes, as exchanges have them.
 *
 * @param uses hash of the source and port of each
 * @param servers hash of the destination of each
 */
record Habits(Set<Long> uses, Set<Integer> servers) {
    private static final int UNKNOWN = 0;

    /**
     * Of what is declared benign.
     *
     * @param kept sequences that are kept
     * @param remembered of which nothing else is
     */
    static Habits of(Collection<Use> kept, Collection<DatedExchange> remembered) {
        Habits habits = new Habits(new HashSet<>(), new HashSet<>());
        kept.forEach(u -> habits.add(hash(u.source()), port(u.port()), hash(u.destination())));
        for (DatedExchange one : remembered) {
            Exchange exchange = one.exchange();
            habits.add(exchange.originator(), exchange.port(), exchange.responder());
        }
        return habits;
    }

    /**
     * Who used what of whom; each may be null.
     *
     * @param port of the destination
     */
    record Use(String source, String destination, Integer port) {}

    private void add(int source, int port, int destination) {
        if (source != UNKNOWN) {
            uses.add(use(source, port));
        }
        if (destination != UNKNOWN) {
            servers.add(destination);
        }
    }

    /** Whether this is one. */
    boolean has(FlowSequence flows) {
        return uses.contains(use(hash(flows.source()), port(flows.destinationPort())))
                && servers.contains(hash(flows.destination()));
    }

    private static int hash(String address) {
        return address == null ? UNKNOWN : Exchange.hash(address);
    }

    private static int port(Integer port) {
        return port == null ? -1 : port;
    }

    private static long use(int source, int port) {
        return (long) source << Integer.SIZE | port & 0xffff_ffffL;
    }
}
