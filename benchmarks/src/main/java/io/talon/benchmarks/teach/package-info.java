// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
/** Teaching, pretraining and adaptation, next to ND4J's SameDiff on the same work. */
package io.talon.benchmarks.teach;
