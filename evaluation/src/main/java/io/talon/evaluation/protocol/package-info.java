/**
 * How transfer is measured: captures, the cut of the target's timeline, draws of triplets, the rows
 * of the tables, and the cells (pair × row × k × draw × seed) with their results.
 */
// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;
