// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.simulator;

import io.talon.simulator.attack.Attack;
import io.talon.simulator.attack.AttackFamily;
import java.time.Instant;

/**
 * One attack as it was planned.
 *
 * @param site name of the site
 * @param number from 1, in the order of time within the site
 * @param from when it begins
 * @param until when it opens no further flow; flows may end later
 */
public record Episode(
        String site, int number, AttackFamily family, Instant from, Instant until, Attack attack) {}
