// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.traffic;

/**
 * One thing that goes on at a site: a sensor that publishes, a person who browses, an attack. It is
 * woken at times of its own choosing and makes flows then. Holds its own state and random stream;
 * not thread-safe.
 */
public interface Behaviour {

    /** The value for "never again". */
    long NEVER = Long.MAX_VALUE;

    /** When to wake it first, microseconds since 1970. */
    long first();

    /**
     * Acts.
     *
     * @param now the time for which it asked
     * @param out takes flows that start at {@code now} or later
     * @return when to wake it next, later than {@code now}, or {@link #NEVER}
     */
    long act(long now, Outlet out);

    /** Takes the flows that a behaviour makes. */
    interface Outlet {
        void tcp(Tcp tcp);

        void udp(Udp udp);

        void ping(long start, Host orig, Host resp, int count, int payload, boolean answered);
    }
}
