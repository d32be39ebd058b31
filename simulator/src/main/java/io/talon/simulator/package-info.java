// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/**
 * Made-up traffic in Zeek's form with its ground truth: {@link io.talon.simulator.Simulation} is
 * where to start. For the demo, tests, load runs and the training of the base model.
 */
package io.talon.simulator;
