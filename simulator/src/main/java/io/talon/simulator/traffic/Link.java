// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.traffic;

import java.util.List;

/**
 * How packets travel at one site.
 *
 * @param lanRttMicros median round trip between hosts of the site
 * @param wanRttMicros median round trip to the outside
 * @param lanBytesPerSecond throughput within the site
 * @param wanBytesPerSecond throughput to the outside
 * @param lanLoss share of packets lost within the site
 * @param wanLoss share of packets lost to the outside
 * @param segment largest TCP payload of a packet
 * @param tcpHeader bytes of a TCP header in an established connection: 20, or 32 with timestamps
 * @param ackShare pure acknowledgements per received data packet
 * @param sensorDrop share of longer flows of which the sensor itself misses a piece
 */
public record Link(
        double lanRttMicros,
        double wanRttMicros,
        double lanBytesPerSecond,
        double wanBytesPerSecond,
        double lanLoss,
        double wanLoss,
        int segment,
        int tcpHeader,
        double ackShare,
        double sensorDrop) {

    /** The usual spread between sites. */
    public static Link draw(Rng rng) {
        return new Link(
                rng.logNormal(600, 0.7),
                rng.logNormal(28_000, 0.5),
                rng.logNormal(9e6, 0.6),
                rng.logNormal(2.5e6, 0.7),
                rng.logNormal(4e-4, 0.8),
                rng.logNormal(3e-3, 0.7),
                rng.pick(List.of(1460, 1448, 1440, 1400, 1360)),
                rng.chance(0.6) ? 32 : 20,
                rng.between(0.4, 0.9),
                rng.between(0.0005, 0.006));
    }

    private static boolean within(Host a, Host b) {
        return a.local() && b.local();
    }

    /** One round trip, drawn anew for every flow. */
    long rtt(Host a, Host b, Rng rng) {
        double median = within(a, b) ? lanRttMicros : wanRttMicros;
        return Math.max(20, (long) rng.logNormal(median, 0.35));
    }

    /** Time that so much payload takes. */
    long transfer(Host a, Host b, long bytes, Rng rng) {
        double rate = within(a, b) ? lanBytesPerSecond : wanBytesPerSecond;
        return (long) (bytes / (rate * rng.logNormal(1, 0.3)) * Micros.SECOND);
    }

    double loss(Host a, Host b) {
        return within(a, b) ? lanLoss : wanLoss;
    }
}
