// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.scorer;

/**
 * What one lane did in its turn.
 *
 * @param rate work per second of the thread's time on a processor
 * @param bytes allocated on the heap, per unit of work
 */
record Slice(double rate, double bytes) {}
