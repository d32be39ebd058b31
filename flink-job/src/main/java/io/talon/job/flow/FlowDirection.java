// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.flow;

import io.talon.flow.v1.FlowEvent;

/** ECS' {@code network.direction} of a flow, as a sensor at the perimeter sees it. */
public final class FlowDirection {

    private FlowDirection() {}

    /** inbound, outbound, internal or external; unknown when Zeek was not told its local nets. */
    public static String of(FlowEvent flow) {
        if (flow.getLocalOrig() == null || flow.getLocalResp() == null) {
            return "unknown";
        }
        if (flow.getLocalOrig()) {
            return flow.getLocalResp() ? "internal" : "outbound";
        }
        return flow.getLocalResp() ? "inbound" : "external";
    }
}
