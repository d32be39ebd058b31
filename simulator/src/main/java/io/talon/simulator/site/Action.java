// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator.site;

import io.talon.simulator.traffic.Behaviour;
import io.talon.simulator.traffic.Rng;

/** What a device does when its time has come. */
interface Action {

    /** Makes flows that start at {@code now} or later. */
    void run(long now, Behaviour.Outlet out, Rng rng);
}
