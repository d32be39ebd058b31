// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** Families of attacks and how they are spread over a simulation. */
package io.talon.simulator.attack;
