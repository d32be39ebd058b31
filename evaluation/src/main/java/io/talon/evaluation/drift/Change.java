// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.drift;

import io.talon.zeek.Conn;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** How a site's traffic changes; the share of the change that has come is 0 to 1. */
public enum Change {
    /** Nothing changes. */
    NONE(t -> 0, false),
    /** Everything grows, to four times the size and twice the duration after 80 % of the time. */
    GROWTH(t -> Math.min(1, t / 0.8), false),
    /**
     * New firmware, device by device, on all of them after half of the time: a device sends and
     * gets four times as much, takes twice as long and ends connections with a reset.
     */
    FIRMWARE(t -> Math.min(1, t / 0.5), false),
    /**
     * Half of the devices are replaced at once by another make: new addresses, half as much sent,
     * three times as much got.
     */
    REPLACED(t -> 1, false),
    /**
     * An intruder sends a little more at every step, from ordinary sizes to ten thousand times as
     * much: what must not be learnt.
     */
    POISONED(t -> Math.min(1, t / 0.8), true);

    /** What addresses of replaced devices begin with; no simulated site has such. */
    private static final String NEW_ADDRESSES = "10.200.";

    private final DoubleUnaryOperator course;
    private final boolean attack;

    Change(DoubleUnaryOperator course, boolean attack) {
        this.course = course;
        this.attack = attack;
    }

    /** As tables call it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the changed flows are an attack. */
    boolean isAttack() {
        return attack;
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
        double place = Math.floorMod(31 * flow.origH().hashCode(), 1009) / 1009.0;
        return switch (this) {
            case NONE -> false;
            case GROWTH -> true;
            case FIRMWARE -> place < share;
            case REPLACED -> place < 0.5;
            case POISONED -> flow.respH().equals(server);
        };
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
            case POISONED -> resized(flow, Math.pow(1e4, share), 1).build();
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
