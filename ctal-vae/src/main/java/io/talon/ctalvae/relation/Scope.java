// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.relation;

import io.talon.ctalvae.sequence.Exchange;

/** Which of a site's exchanges another one is compared with, from those between few to all. */
enum Scope {
    /** Between the same hosts, to the same port. */
    PAIR {
        @Override
        long of(Exchange e) {
            return mixed(mixed(e.originator(), e.responder()), e.port());
        }
    },
    /** To the same host and port. */
    SERVICE {
        @Override
        long of(Exchange e) {
            return mixed(e.responder(), e.port());
        }
    },
    /** To the same port. */
    PORT {
        @Override
        long of(Exchange e) {
            return e.port();
        }
    },
    /** From the same host. */
    ORIGINATOR {
        @Override
        long of(Exchange e) {
            return e.originator();
        }
    },
    /** To the same host. */
    RESPONDER {
        @Override
        long of(Exchange e) {
            return e.responder();
        }
    },
    /** To the same host, after a flow of the same other one. */
    TURN {
        @Override
        long of(Exchange e) {
            return mixed(e.responder(), e.previous());
        }
    },
    /** All of the site. */
    SITE {
        @Override
        long of(Exchange e) {
            return 0;
        }
    };

    /** The same number for exchanges that belong together. */
    abstract long of(Exchange e);

    /** Spreads two numbers over 64 bits: a step of SplitMix64. */
    static long mixed(long one, long other) {
        long z = (one ^ Long.rotateLeft(other, 32)) + 0x9e3779b97f4a7c15L * (other + 1);
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
