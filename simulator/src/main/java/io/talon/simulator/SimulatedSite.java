// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator;

import io.talon.simulator.attack.Attack;
import io.talon.simulator.site.SiteKind;
import java.util.List;
import java.util.Objects;

/**
 * One site of a simulation.
 *
 * @param name unique within the simulation; also the name of its folder
 * @param kind what sort of site
 * @param seed which of its kind: addresses, devices, sizes, pace
 * @param attacks what happens to it, in any order; each is an episode
 */
public record SimulatedSite(String name, SiteKind kind, long seed, List<Attack> attacks) {

    /** Checks that the attacks are possible at such a site. */
    public SimulatedSite {
        Objects.requireNonNull(kind, "kind");
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no name for a site: use letters, digits, '.', '_', '-'");
        }
        attacks = List.copyOf(attacks);
        for (Attack attack : attacks) {
            if (!attack.family().possibleAt(kind)) {
                throw new IllegalArgumentException(
                        "%s is not possible at %s: sites of kind %s have no Modbus devices"
                                .formatted(attack.family().label(), name, kind.label()));
            }
        }
    }

    /** A site without attacks, named after its kind and seed. */
    public static SimulatedSite benign(SiteKind kind, long seed) {
        return new SimulatedSite(kind.label() + "-" + seed, kind, seed, List.of());
    }

    /** The same site under another name. */
    public SimulatedSite named(String other) {
        return new SimulatedSite(other, kind, seed, attacks);
    }

    /** The same site with these attacks; its benign traffic stays the same, flow by flow. */
    public SimulatedSite attackedBy(List<Attack> others) {
        return new SimulatedSite(name, kind, seed, others);
    }
}
