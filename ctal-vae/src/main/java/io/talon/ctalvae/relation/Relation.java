// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.relation;

import static io.talon.ctalvae.relation.Scope.ORIGINATOR;
import static io.talon.ctalvae.relation.Scope.PAIR;
import static io.talon.ctalvae.relation.Scope.PORT;
import static io.talon.ctalvae.relation.Scope.RESPONDER;
import static io.talon.ctalvae.relation.Scope.SERVICE;
import static io.talon.ctalvae.relation.Scope.SITE;
import static io.talon.ctalvae.relation.Scope.TURN;

import io.talon.ctalvae.sequence.Exchange;
import java.util.EnumSet;
import java.util.Set;

/**
 * A question that a site's memory answers: how likely is this value of an exchange among the benign
 * exchanges of the same scope? Where the narrowest scope has not seen it, the next wider one
 * answers. The order is part of the file format: add at the end.
 */
public enum Relation {
    /** Who talks to a service. */
    CLIENT("client_seen", SERVICE, PORT, SITE) {
        @Override
        int value(Exchange e) {
            return e.originator();
        }
    },
    /** What a host uses. */
    PORT_OF_ORIGINATOR("orig_port_seen", ORIGINATOR, SITE) {
        @Override
        int value(Exchange e) {
            return e.port();
        }
    },
    /** What a host offers. */
    PORT_OF_RESPONDER("resp_port_seen", RESPONDER, SITE) {
        @Override
        int value(Exchange e) {
            return e.port();
        }
    },
    /** How exchanges of a pair end. */
    OUTCOME("pair_conn_state", PAIR, SERVICE, PORT, SITE) {
        @Override
        int value(Exchange e) {
            return e.state();
        }
    },
    /** How much a pair's responder answers, in steps of a twelfth of ln. */
    ANSWER("pair_resp_bytes", PAIR, SERVICE, PORT, SITE) {
        @Override
        int value(Exchange e) {
            return steps(e.answer(), 12);
        }
    },
    /** A pair's rhythm, in steps of half a ln. */
    RHYTHM("pair_gap", PAIR, SERVICE, PORT, SITE) {
        @Override
        int value(Exchange e) {
            return steps(e.pairGap(), 2);
        }
    },
    /** How often the same exchange comes again. */
    REPETITION("repeated_exchange", SERVICE, PORT, SITE) {
        @Override
        int value(Exchange e) {
            return e.repeats();
        }
    },
    /** How much of a destination's traffic is one host's. */
    PRESENCE("orig_presence", SERVICE, PORT, SITE) {
        @Override
        int value(Exchange e) {
            return e.shared();
        }
    },
    /** Who comes after whom. */
    SUCCESSION("orig_order", TURN, RESPONDER, SITE) {
        @Override
        int value(Exchange e) {
            return e.originator();
        }
    };

    /**
     * What hosts use, offer and whom they serve: few values, and strange where one is new. They ask
     * no more of an exchange than {@link Habits} keep.
     */
    static final Set<Relation> OF_HOSTS = EnumSet.of(CLIENT, PORT_OF_ORIGINATOR, PORT_OF_RESPONDER);

    private final String label;
    private final Scope[] scopes;

    Relation(String label, Scope... scopes) {
        this.label = label;
        this.scopes = scopes;
    }

    /** As explanations call it, beside the features of the profile. */
    public String label() {
        return label;
    }

    abstract int value(Exchange e);

    /** How many scopes there are, narrowest first. */
    int scopes() {
        return scopes.length;
    }

    /** Identifies a scope of an exchange among those of all relations. */
    long scope(int index, Exchange e) {
        return Scope.mixed(scopes[index].of(e), 31L * ordinal() + scopes[index].ordinal());
    }

    private static int steps(float value, int perUnit) {
        return Float.isNaN(value) ? -1 : Math.round(value * perUnit);
    }
}
