// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.drift;

import io.talon.zeek.Conn;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** How a site's traffic changes; the share of the change that has come is 0 to 1. */
public enum Change {
    /** Nothing changes. */
    NONE(t -> 0, false),
    /** Everything takes longer and carries more, twice as much after half a day. */
    GRADUAL(t -> Math.min(1, t / 0.5), false),
    /**
     * Half of the servers are replaced at once: their answers are three times as long and come
     * later.
     */
    SUDDEN(t -> 1, false),
    /**
     * An intruder sends a little more at every step, from ordinary sizes to ten thousand times as
     * much: what must not be learnt.
     */
    POISONED(t -> Math.min(1, t / 0.8), true);

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

    /** A flow as it is under the change. */
    Conn applied(Conn flow, double share) {
        double factor =
                switch (this) {
                    case NONE -> 1;
                    case GRADUAL -> 1 + share;
                    case SUDDEN -> 3;
                    case POISONED -> Math.pow(1e4, share);
                };
        Conn.Builder changed = flow.toBuilder();
        if (this != POISONED) {
            changed.respBytes(times(flow.respBytes(), factor))
                    .respIpBytes(times(flow.respIpBytes(), factor))
                    .respPkts(times(flow.respPkts(), factor));
        }
        if (this == GRADUAL || this == POISONED) {
            changed.origBytes(times(flow.origBytes(), factor))
                    .origIpBytes(times(flow.origIpBytes(), factor))
                    .origPkts(times(flow.origPkts(), Math.sqrt(factor)));
        }
        if (this == GRADUAL || this == SUDDEN) {
            changed.durationMicros(times(flow.durationMicros(), Math.sqrt(factor)));
        }
        return changed.build();
    }

    private static Long times(Long value, double factor) {
        return value == null ? null : Long.valueOf(Math.round(value * factor));
    }
}
