// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.drift;

import io.talon.zeek.Conn;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** How a site's traffic changes; the share of the change that has come is 0 to 1. */
public enum Change {
    /** Nothing changes. */
    NONE(t -> 0, 2),
    /** Everything grows, to four times the size and twice the duration after 80 % of the time. */
    GROWTH(t -> Math.min(1, t / 0.8), 2),
    /**
     * New firmware, device by device, on all of them after half of the time: a device sends and
     * gets four times as much, takes twice as long and ends connections with a reset.
     */
    FIRMWARE(t -> Math.min(1, t / 0.5), 2),
    /**
     * Half of the devices are replaced at once by another make: new addresses, half as much sent,
     * three times as much got.
     */
    REPLACED(t -> 1, 2),
    /**
     * A host that nobody knows takes the place of more and more clients of the busiest server, half
     * of them after 80 % of the time, with exchanges as they always were: an intruder who makes
     * himself at home, found by who he is or not at all.
     */
    STRANGER(t -> Math.min(1, t / 0.8), 0),
    /**
     * What goes to the busiest server swells, from ordinary sizes to ten thousand times as much
     * after 80 % of the time; an attack from a thousand times on.
     */
    SWELLING(t -> Math.min(1, t / 0.8), 0.75);

    /** What addresses of replaced devices begin with; no simulated site has such. */
    private static final String NEW_ADDRESSES = "10.200.";

    private static final String STRANGER_ADDRESS = "10.201.0.1";

    private final DoubleUnaryOperator course;
    private final double attackFrom;

    /**
     * @param attackFrom share of the change from which on changed flows are an attack; above 1 for
     *     never
     */
    Change(DoubleUnaryOperator course, double attackFrom) {
        this.course = course;
        this.attackFrom = attackFrom;
    }

    /** As tables call it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether flows that so much of the change has come to are an attack. */
    boolean isAttack(double share) {
        return share > attackFrom;
    }

    /** Share of the change that has come, after a share of the time since its start. */
    double share(double time) {
        return course.applyAsDouble(time);
    }

    /**
     * Whether a flow is changed once so much of the change has come.
     *
     * @param server of the site that an intruder would send to
     */
    boolean concerns(Conn flow, String server, double share) {
        double device = place(flow.origH());
        return switch (this) {
            case NONE -> false;
            case GROWTH -> true;
            case FIRMWARE -> device < share;
            case REPLACED -> device < 0.5;
            case STRANGER -> flow.respH().equals(server) && place(flow.uid()) < share / 2;
            case SWELLING -> flow.respH().equals(server);
        };
    }

    /** The same number for the same name, spread over 0 to 1. */
    private static double place(String name) {
        return Math.floorMod(31 * name.hashCode(), 1009) / 1009.0;
    }

    /** A flow as it is under the change. */
    Conn applied(Conn flow, double share) {
        return switch (this) {
            case NONE -> flow;
            case GROWTH -> {
                double factor = Math.pow(4, share);
                yield resized(flow, factor, factor)
                        .durationMicros(times(flow.durationMicros(), Math.sqrt(factor)))
                        .build();
            }
            case FIRMWARE -> upgraded(flow);
            case REPLACED -> {
                int device = Math.floorMod(flow.origH().hashCode(), 65_025);
                yield resized(flow, 0.5, 3)
                        .origH(NEW_ADDRESSES + device / 255 + "." + device % 255)
                        .build();
            }
            case STRANGER -> flow.toBuilder().origH(STRANGER_ADDRESS).build();
            case SWELLING -> resized(flow, Math.pow(1e4, share), 1).build();
        };
    }

    private static Conn upgraded(Conn flow) {
        Conn.Builder changed = resized(flow, 4, 4).durationMicros(times(flow.durationMicros(), 2));
        if ("SF".equals(flow.connState()) && "tcp".equals(flow.proto())) {
            String history = flow.history() == null ? "" : flow.history();
            changed.connState("RSTO").history(history.replace('F', 'R').replace("f", ""));
        }
        return changed.build();
    }

    private static Conn.Builder resized(Conn flow, double sent, double got) {
        return flow.toBuilder()
                .origBytes(times(flow.origBytes(), sent))
                .origIpBytes(times(flow.origIpBytes(), sent))
                .origPkts(times(flow.origPkts(), Math.sqrt(sent)))
                .respBytes(times(flow.respBytes(), got))
                .respIpBytes(times(flow.respIpBytes(), got))
                .respPkts(times(flow.respPkts(), Math.sqrt(got)));
    }

    private static Long times(Long value, double factor) {
        return value == null ? null : Long.valueOf(Math.round(value * factor));
    }
}
