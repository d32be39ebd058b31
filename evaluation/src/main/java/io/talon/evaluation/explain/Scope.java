// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.explain;

import io.talon.ctalvae.sequence.Exchange;
import java.util.List;

/** With which of a site's benign flows a flow is compared. */
enum Scope {
    /** Between the same hosts, to the same port. */
    PAIR {
        @Override
        List<Integer> of(Exchange e) {
            return List.of(e.originator(), e.responder(), e.port());
        }
    },
    /** To the same host and port. */
    SERVICE {
        @Override
        List<Integer> of(Exchange e) {
            return List.of(e.responder(), e.port());
        }
    },
    PORT {
        @Override
        List<Integer> of(Exchange e) {
            return List.of(e.port());
        }
    },
    ORIGINATOR {
        @Override
        List<Integer> of(Exchange e) {
            return List.of(e.originator());
        }
    },
    RESPONDER {
        @Override
        List<Integer> of(Exchange e) {
            return List.of(e.responder());
        }
    },
    /** To the same host, after a flow of the same other one. */
    TURN {
        @Override
        List<Integer> of(Exchange e) {
            return List.of(e.responder(), e.previous());
        }
    },
    SITE {
        @Override
        List<Integer> of(Exchange e) {
            return List.of();
        }
    };

    /** Equal for flows that belong together. */
    abstract List<Integer> of(Exchange e);
}
