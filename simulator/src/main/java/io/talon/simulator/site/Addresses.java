// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.site;

import io.talon.simulator.traffic.Host;
import io.talon.simulator.traffic.Rng;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Hands out the addresses of one site: its own /24, and the world outside. No address is given
 * twice.
 */
public final class Addresses {

    private static final List<Integer> PRIVATE = List.of(10, 172, 192);

    private final String subnet;
    private final Rng rng;
    private final Set<String> given = new HashSet<>();

    Addresses(Rng rng) {
        this.rng = rng;
        this.subnet =
                switch (rng.pick(PRIVATE)) {
                    case 10 -> "10." + rng.between(0, 255) + "." + rng.between(0, 255) + ".";
                    case 172 -> "172." + rng.between(16, 31) + "." + rng.between(0, 255) + ".";
                    default -> "192.168." + rng.between(0, 255) + ".";
                };
    }

    /** An address of the site that nobody has yet. */
    public Host local() {
        String address;
        do {
            address = subnet + rng.between(2, 253);
        } while (!given.add(address));
        return new Host(address, true);
    }

    /** A public address that nobody has yet. */
    public Host external() {
        String address;
        do {
            int first = rng.between(23, 220);
            boolean special =
                    first == 127
                            || first == 172
                            || first == 192
                            || first == 169
                            || first == 198
                            || first == 203;
            address =
                    (special ? 45 : first)
                            + "."
                            + rng.between(0, 255)
                            + "."
                            + rng.between(0, 255)
                            + "."
                            + rng.between(1, 254);
        } while (!given.add(address));
        return new Host(address, false);
    }

    /** The site's router, which also resolves names and leases addresses. */
    Host gateway() {
        given.add(subnet + "1");
        return new Host(subnet + "1", true);
    }

    /** Every address of the site's net, given or not. */
    public List<Host> net() {
        return IntStream.rangeClosed(1, 254)
                .mapToObj(last -> new Host(subnet + last, true))
                .toList();
    }
}
