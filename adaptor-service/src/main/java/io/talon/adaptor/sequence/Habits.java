// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.sequence;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a site's clients did with its servers while, as somebody declared, nothing happened. An
 * authorised scanner or a client that always fails may be as unlike all else as an attack is; to
 * propose it as one would teach false alarms. Whoever turns to a server that nobody turned to is no
 * habit, whatever the port.
 *
 * @param uses source and port of each
 * @param servers destination of each
 */
record Habits(Set<String> uses, Set<String> servers) {

    /** Of those that are declared benign. */
    static Habits of(Collection<FlowSequence> all) {
        return new Habits(
                all.stream()
                        .filter(FlowSequence::declaredBenign)
                        .map(Habits::use)
                        .collect(Collectors.toSet()),
                all.stream()
                        .filter(flows -> flows.declaredBenign() && flows.destination() != null)
                        .map(FlowSequence::destination)
                        .collect(Collectors.toSet()));
    }

    /** Whether this is one. */
    boolean has(FlowSequence flows) {
        return flows.source() != null
                && uses.contains(use(flows))
                && servers.contains(flows.destination());
    }

    private static String use(FlowSequence flows) {
        return flows.source() + " " + flows.destinationPort();
    }
}
